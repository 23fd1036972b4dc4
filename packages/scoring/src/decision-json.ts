import type { Decision } from './decision.ts';
import { displayed, type DisplayedContribution, type Sides } from './display.ts';
import { printInstant } from './instant.ts';

const round = (value: number, digits: number): number => {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
};

function contributionJson({
  bits,
  referrerSince,
  refereeSince,
  ...rest
}: DisplayedContribution): Record<string, unknown> {
  return {
    ...rest,
    bits: round(bits, 12),
    ...(referrerSince === undefined ? {} : { referrerSince: printInstant(referrerSince) }),
    ...(refereeSince === undefined ? {} : { refereeSince: printInstant(refereeSince) }),
  };
}

/**
 * A decision as the contract prints it (DESIGN §4): one JSON object, instants in ISO 8601. Bits and probabilities keep
 * twelve digits, enough for the contributions to add up and few enough to be the same on every machine. Given the two
 * profiles, the compared values stand in it, masked.
 */
export function decisionJson(decision: Decision, sides: Sides = {}): Record<string, unknown> {
  const { at, until, facts, contributions, posterior, ...rest } = decision;
  return {
    ...rest,
    at: printInstant(at),
    ...(until === undefined ? {} : { until: printInstant(until) }),
    probability: round(rest.probability, 12),
    priorBits: round(rest.priorBits, 12),
    logOddsBits: round(rest.logOddsBits, 12),
    posterior: Object.fromEntries(
      Object.entries(posterior).map(([story, share]) => [story, round(share, 12)]),
    ),
    contributions: contributions.map((each) => contributionJson(displayed(each, sides))),
    facts,
  };
}
