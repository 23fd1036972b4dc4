import type { Decision } from './decision.ts';
import { byHypothesis } from './evidence/likelihood.ts';
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
  const { decisionId, rewardId, programmeId, stage, at, outcome, action, until, ...rest } =
    decision;
  return {
    decisionId,
    rewardId,
    programmeId,
    stage,
    at: printInstant(at),
    outcome,
    action,
    ...(until === undefined ? {} : { until: printInstant(until) }),
    ...rest,
    probability: round(rest.probability, 12),
    priorBits: round(rest.priorBits, 12),
    logOddsBits: round(rest.logOddsBits, 12),
    posterior: byHypothesis((story) => round(rest.posterior[story], 12)),
    contributions: rest.contributions.map((each) => contributionJson(displayed(each, sides))),
  };
}
