import type { CaseState, Instant } from '@doubletake/scoring';

/** The states of cases that are somebody's to work on, now or later. */
export const WAITING: readonly CaseState[] = ['open', 'escalated', 'snoozed', 'awaiting_second'];

const MOST = 401;

/** Edges of intervals, as they are. @throws RangeError when they are too many or do not ascend. */
export function checkedEdges(edges: readonly Instant[]): readonly Instant[] {
  const ascend = edges.every((edge, index) => index === 0 || edge > (edges[index - 1] ?? edge));
  if (edges.length > MOST || !ascend)
    throw new RangeError(`${edges.length} edges: at most ${MOST} that ascend`);
  return edges;
}
