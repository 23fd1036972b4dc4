import { missing } from '../evidence/observation.ts';
import { DAY } from '../instant.ts';
import type { RefereeOutcome } from '../ports/ledger.ts';
import { betaBinomialLogRatio } from '../velocity/beta-binomial.ts';
import type { Signal } from './signal.ts';

/** Half of those who come back have done so after this long (scoring-model §3.3, an assumption until learned). */
const MEDIAN_RETURN = 120 * DAY;

/** Share of a referee's eventual returns that would be visible by now, exponential in time. */
const exposure = (since: number): number => 1 - 2 ** (-Math.max(0, since) / MEDIAN_RETURN);

/** Whether the referrer's earlier referees ever came back: farms never do, friends sometimes. */
export function rebookBits(outcomes: readonly RefereeOutcome[], at: number): number {
  const returned = outcomes.filter((one) => (one.secondCompletedAt ?? Infinity) <= at).length;
  const exposed = outcomes.reduce((sum, one) => sum + exposure(at - one.firstCompletedAt), 0);
  return betaBinomialLogRatio(returned, Math.max(returned, exposed));
}

export const rebook: Signal = {
  name: 'rebook',
  observe: ({ record: { refereeOutcomes }, at }) => {
    if (refereeOutcomes.length < 3) return missing('fewer than three earlier referees');
    const returned = refereeOutcomes.some((one) => (one.secondCompletedAt ?? Infinity) <= at);
    return {
      kind: 'numeric',
      level: returned ? 'some_returned' : 'none_returned',
      bits: rebookBits(refereeOutcomes, at),
    };
  },
};
