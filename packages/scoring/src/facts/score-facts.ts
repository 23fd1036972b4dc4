import type { Model } from '../model/model.ts';
import { memo } from '../pair/memo.ts';
import type { FactFamily, FactSources } from './collected.ts';

/** A line of evidence counts as one from this weight on (scoring-model §6). */
const STRONG_BITS = 2;

/** The group of each signal. */
const groupsOf = memo(
  ({ signals }: Model) => new Map(signals.map(({ signal, group }) => [signal, group])),
);

/** Groups whose signals together argue for abuse with two bits or more. */
function strongGroups({ evidence, model }: FactSources): string[] {
  const groupOf = groupsOf(model);
  const bits = new Map<string, number>();
  for (const { signal, bits: weight } of evidence.contributions) {
    const group = groupOf.get(signal);
    if (group !== undefined) bits.set(group, (bits.get(group) ?? 0) + weight);
  }
  return [...bits].filter(([, weight]) => weight >= STRONG_BITS).map(([group]) => group);
}

/** What the evidence adds up to. */
export const scoreFacts: FactFamily = (sources) => {
  const { evidence } = sources;
  const groups = strongGroups(sources).toSorted();
  return {
    score: evidence.score,
    'evidence.bits': evidence.logOddsBits,
    'evidence.strongGroups': groups,
    'evidence.strongGroupCount': groups.length,
    'posterior.unrelated': evidence.posterior.unrelated,
    'posterior.household': evidence.posterior.household,
    'posterior.assisted': evidence.posterior.assisted,
    'posterior.self': evidence.posterior.self,
    'posterior.ring': evidence.posterior.ring,
  };
};
