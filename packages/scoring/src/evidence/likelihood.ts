import type { ByHypothesis, Hypothesis } from '../decision.ts';
import type { IdentitySignal, ModelLevel, ModelSignal, TableSignal } from '../model/model.ts';
import { memo } from '../pair/memo.ts';
import type { IdentityObservation, Observation } from './observation.ts';

/** Builds a value for each story. */
export function byHypothesis(value: (story: Hypothesis) => number): ByHypothesis {
  return {
    unrelated: value('unrelated'),
    household: value('household'),
    assisted: value('assisted'),
    self: value('self'),
    ring: value('ring'),
  };
}

/**
 * How often an honest stranger holds the shared value: f = (c + α·u) / (N + α), the posterior mean of a frequency of
 * which c of N were counted and which was believed to be u with the weight of α accounts. Never above one half, so
 * that agreement never argues for honesty by being common.
 */
export function frequency(level: ModelLevel, matured: number, population: number): number {
  const mean =
    (matured + level.alpha * level.typical) / (Math.max(population, matured) + level.alpha);
  return Math.min(0.5, mean);
}

/**
 * Likelihood of what an identity ladder showed, per story (floored Fellegi–Sunter, scoring-model §1.3): the stronger
 * rungs that disagreed leave (1 − ρ)(1 − f̄) each, the agreeing one gives ρ + (1 − ρ)·f.
 */
function identityLikelihood(
  signal: IdentitySignal,
  seen: IdentityObservation,
  population: number,
): ByHypothesis {
  return byHypothesis((story) => {
    let weaker = 1;
    for (const rung of signal.levels) {
      const share = rung.shares[story];
      if (rung.level === seen.level)
        return weaker * (share + (1 - share) * frequency(rung, seen.matured, population));
      if (seen.comparable.includes(rung.level)) weaker *= (1 - share) * (1 - rung.typical);
    }
    return weaker;
  });
}

/** What the rows of a table leave over. */
const remainder = memo(({ table }: TableSignal): ByHypothesis => {
  const rows = Object.values(table);
  return byHypothesis((story) => 1 - rows.reduce((sum, each) => sum + each[story], 0));
});

function tableLikelihood(signal: TableSignal, level: string): ByHypothesis {
  const row = Object.hasOwn(signal.table, level) ? signal.table[level] : undefined;
  return row ?? remainder(signal);
}

/** Likelihood of an observation under each story; undefined when it says nothing. */
export function likelihood(
  signal: ModelSignal,
  seen: Observation,
  population: number,
): ByHypothesis | undefined {
  if (seen.kind === 'missing') return undefined;
  if (signal.kind === 'identity' && seen.kind === 'identity')
    return identityLikelihood(signal, seen, population);
  if (signal.kind === 'table' && seen.kind === 'table') return tableLikelihood(signal, seen.level);
  if (signal.kind === 'numeric' && seen.kind === 'numeric') {
    const bits = Math.max(-signal.capBits, Math.min(signal.capBits, seen.bits));
    return byHypothesis((story) => 2 ** (bits * signal.takes[story]));
  }
  throw new TypeError(`signal ${signal.signal} is ${signal.kind} but observed ${seen.kind}`);
}
