import type { Judged } from './outcomes.ts';

/** What things cost, in US dollars unless said otherwise. */
export interface Prices {
  readonly reward: number;
  /** Wrongly denying an honest reward. */
  readonly denied: number;
  readonly review: number;
  /** Keeping an honest person waiting. */
  readonly delay: number;
  /** Share of fraud a reviewer recognises. */
  readonly sensitivity: number;
  /** Share of honest rewards a reviewer lets pass. */
  readonly specificity: number;
}

/** A 20 + 10 reward, ten minutes of review, and the reviewer error of published review teams. */
const PRICES: Prices = {
  reward: 30,
  denied: 80,
  review: 5,
  delay: 2,
  sensitivity: 0.9,
  specificity: 0.97,
};

/** Dollars per 1,000 rewards, and what they were spent on. */
export interface Cost {
  readonly total: number;
  readonly fraudPaid: number;
  readonly honestDenied: number;
  readonly review: number;
  /** What releasing everything would have cost. */
  readonly releaseAll: number;
}

/** What a set of decisions costs in expectation, a held one being seen by a reviewer. */
export function costPerThousand(judged: readonly Judged[], prices: Prices = PRICES): Cost | null {
  if (judged.length === 0) return null;
  const count = (label: 'fraud' | 'honest', outcome: Judged['outcome']): number =>
    judged.filter((one) => one.truth.label === label && one.outcome === outcome).length;
  const held = { fraud: count('fraud', 'hold'), honest: count('honest', 'hold') };
  const per = 1000 / judged.length;
  const fraudPaid =
    (count('fraud', 'release') + held.fraud * (1 - prices.sensitivity)) * prices.reward * per;
  const honestDenied =
    (count('honest', 'block') + held.honest * (1 - prices.specificity)) * prices.denied * per;
  const review = ((held.fraud + held.honest) * prices.review + held.honest * prices.delay) * per;
  const fraud = judged.filter((one) => one.truth.label === 'fraud').length;
  return {
    total: fraudPaid + honestDenied + review,
    fraudPaid,
    honestDenied,
    review,
    releaseAll: fraud * prices.reward * per,
  };
}
