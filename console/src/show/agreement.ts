import type { LabelPairs } from '@doubletake/scoring';
import type { StatisticsViews } from '../models/statistics.ts';
import { agreementOf, LABELS } from '../statistics/kappa.ts';

/**
 * How a kappa is usually read.
 * Source: J. R. Landis and G. G. Koch, "The measurement of observer agreement for categorical data", Biometrics 33 (1977).
 */
const READINGS: readonly (readonly [from: number, words: string])[] = [
  [0.81, 'almost perfect'],
  [0.61, 'substantial'],
  [0.41, 'moderate'],
  [0.21, 'fair'],
  [0, 'slight'],
  [-1, 'less than chance'],
];

/** How far two people who looked at the same case agree. */
export function shownAgreement(
  pairs: readonly LabelPairs[],
): StatisticsViews['statistics']['agreement'] {
  const { pairs: total, kappa, observed, matrix } = agreementOf(pairs);
  // Rounded first: what reads 0.00 is not less than chance.
  const rounded = kappa === undefined ? undefined : Math.round(kappa * 100) / 100 + 0;
  const words = READINGS.find(([from]) => (rounded ?? -1) >= from)?.[1] ?? '';
  const same = Math.round((observed ?? 0) * 100);
  return {
    kappa: rounded?.toFixed(2).replace('-', '−'),
    reading:
      rounded === undefined
        ? `Everybody always gave the same label, which chance explains as well.`
        : `${words}; ${same} % of second looks gave the same label`,
    labels: LABELS,
    rows: LABELS.map((label, nth) => ({ label, counts: matrix[nth] ?? [] })),
    pairs: total,
  };
}
