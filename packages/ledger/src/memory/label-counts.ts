import type { Conclusion, LabelPairs, Period, RuleLabels } from '@doubletake/scoring';
import { compareText } from '../compare-text.ts';

/** What counts as a label: final, or an opinion. */
const isLabel = ({ status }: Conclusion): boolean => status === 'final' || status === 'opinion';

const within =
  ({ from, to }: Period) =>
  ({ at }: Conclusion): boolean =>
    at >= from && at < to;

export function ruleLabels(
  conclusions: readonly Conclusion[],
  period: Period,
): readonly RuleLabels[] {
  const given = conclusions
    .filter(isLabel)
    .filter(within(period))
    .flatMap(({ rules, label, scoreVisible }) =>
      [...new Set(rules)].map((rule) => ({ rule, label, scoreVisible })),
    );
  return counted(given);
}

export function agreement(
  conclusions: readonly Conclusion[],
  period: Period,
): readonly LabelPairs[] {
  const labels = conclusions.filter(isLabel).filter(within(period)).toSorted(inTime);
  return counted(
    labels.flatMap((earlier, position) =>
      labels
        .slice(position + 1)
        .filter(({ caseId, by }) => caseId === earlier.caseId && by !== earlier.by)
        .map((later) => ({ first: earlier.label, second: later.label })),
    ),
  );
}

/** Equal things with their number, in a fixed order. */
export function counted<Thing extends object>(
  things: readonly Thing[],
): (Thing & { count: number })[] {
  const counts = new Map<string, Thing & { count: number }>();
  for (const thing of things) {
    const key = JSON.stringify(Object.values(thing));
    counts.set(key, { ...thing, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts].toSorted(([a], [b]) => compareText(a, b)).map(([, counting]) => counting);
}

/** The order in which things were concluded. */
export function inTime(a: Conclusion, b: Conclusion): number {
  return a.at - b.at || compareText(a.commandId, b.commandId);
}
