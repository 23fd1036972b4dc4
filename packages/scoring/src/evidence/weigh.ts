import type { ByHypothesis, Contribution, Counterfactual } from '../decision.ts';
import type { Model, ModelSignal } from '../model/model.ts';
import { byHypothesis, likelihood } from './likelihood.ts';
import { ABUSE, abuseBits, update, weights } from './mixture.ts';
import type { Observation, Observations } from './observation.ts';

/** What the observations add up to. */
export interface Evidence {
  readonly score: number;
  readonly probability: number;
  readonly priorBits: number;
  readonly logOddsBits: number;
  readonly posterior: ByHypothesis;
  readonly contributions: readonly Contribution[];
  readonly counterfactuals: readonly Counterfactual[];
}

interface Weighable {
  readonly signal: ModelSignal;
  readonly seen: Observation;
  readonly likelihood: ByHypothesis;
}

const between = (low: number, value: number, high: number): number =>
  Math.max(low, Math.min(high, value));

const bitsOf = (probability: number): number => Math.log2(probability / (1 - probability));

const probabilityOf = (bits: number): number => 1 / (1 + 2 ** -bits);

const percent = (probability: number): number => Math.round(probability * 1000) / 10;

/** The log-odds the evidence supports, and what each item of it weighed. */
interface Total {
  readonly each: readonly number[];
  readonly raw: number;
  readonly bits: number;
}

function total(model: Model, items: readonly Weighable[]): Total {
  const priorBits = abuseBits(model.prior);
  const each = weights(
    model.prior,
    items.map((item) => item.likelihood),
  );
  const sum = (bits: readonly number[]): number => bits.reduce((a, b) => a + b, priorBits);
  const capped = each.map((bits, index) => {
    const cap = items[index]?.signal.capBits ?? 0;
    return between(-cap, bits, cap);
  });
  return {
    each,
    raw: sum(each),
    bits: between(bitsOf(model.clamp.from), sum(capped), bitsOf(model.clamp.to)),
  };
}

/** The posterior over the stories, its abuse share set to the probability the caps left. */
function posterior(model: Model, items: readonly Weighable[], probability: number): ByHypothesis {
  const belief = items.reduce((held, item) => update(held, item.likelihood), model.prior);
  const abuse = belief.self + belief.ring;
  return byHypothesis((story) =>
    ABUSE.has(story)
      ? (belief[story] / abuse) * probability
      : (belief[story] / (1 - abuse)) * (1 - probability),
  );
}

function contributionOf(item: Weighable, bits: number): Contribution {
  const { seen, signal } = item;
  if (seen.kind === 'missing') throw new TypeError('a missing signal has no weight');
  const { level } = seen;
  if (seen.kind !== 'identity') return { signal: signal.signal, level, bits };
  const { sharedBy, referrerSince, refereeSince } = seen;
  return {
    signal: signal.signal,
    level,
    bits,
    ...(sharedBy === undefined ? {} : { sharedBy }),
    ...(referrerSince === undefined ? {} : { referrerSince }),
    ...(refereeSince === undefined ? {} : { refereeSince }),
  };
}

/** What the score would be without each of the items that argued for abuse, strongest first, at most three. */
function counterfactuals(
  model: Model,
  items: readonly Weighable[],
  each: readonly number[],
): Counterfactual[] {
  return items
    .map((item, index) => ({ item, bits: each[index] ?? 0 }))
    .filter(({ bits }) => bits >= 0.5)
    .toSorted((a, b) => b.bits - a.bits)
    .slice(0, 3)
    .map(({ item }) => ({
      without: item.signal.signal,
      score: percent(
        probabilityOf(
          total(
            model,
            items.filter((other) => other !== item),
          ).bits,
        ),
      ),
    }));
}

/**
 * Weighs what the signals saw. Contributions and prior add up to the log-odds exactly: what the caps took away is a
 * contribution of its own, named `cap`. The model's order is the order of weighing, so the order in which signals
 * were observed never matters, and a missing one weighs nothing.
 */
export function weigh(model: Model, seen: Observations, population: number): Evidence {
  const items: Weighable[] = [];
  for (const signal of model.signals) {
    const observation = Object.hasOwn(seen, signal.signal) ? seen[signal.signal] : undefined;
    const how = observation && likelihood(signal, observation, population);
    if (observation && how) items.push({ signal, seen: observation, likelihood: how });
  }
  const { each, raw, bits } = total(model, items);
  const probability = probabilityOf(bits);
  const contributions = items.map((item, index) => contributionOf(item, each[index] ?? 0));
  // INVARIANT: prior + contributions = log-odds; whatever a cap or clamp removed stands here as its own line.
  if (Math.abs(bits - raw) > 1e-12)
    contributions.push({ signal: 'cap', level: 'bounded', bits: bits - raw });
  return {
    score: percent(probability),
    probability,
    priorBits: abuseBits(model.prior),
    logOddsBits: bits,
    posterior: posterior(model, items, probability),
    contributions,
    counterfactuals: counterfactuals(model, items, each),
  };
}
