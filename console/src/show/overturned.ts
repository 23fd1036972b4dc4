import type { ConclusionCount, Overturned } from '@doubletake/scoring';
import type { StatisticsViews } from '../models/statistics.ts';
import { shownShare } from './share.ts';

/** What did not stand of what people decided. */
export function shownOverturned(
  given: readonly ConclusionCount[],
  { final, reopened, contrary }: Overturned,
): StatisticsViews['statistics']['overturned'] {
  const decisions = given.filter(({ outcome }) => outcome !== undefined);
  const count = (status?: ConclusionCount['status']): number =>
    decisions
      .filter((each) => status === undefined || each.status === status)
      .reduce((sum, each) => sum + each.count, 0);
  const all = count();
  return [
    row('Undone', 'taken back by whoever decided', [count('undone'), all]),
    row('Sent back', 'not approved by the second person', [count('sent_back'), all]),
    row('Reopened', 'opened again after it was final', [reopened, final]),
    row('Answered otherwise', 'by a later screening on risk, or a later person', [contrary, final]),
  ];
}

function row(name: string, hint: string, [part, whole]: readonly [number, number]) {
  return { name, hint, share: shownShare({ part, whole }) };
}
