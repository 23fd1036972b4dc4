import type { Listed } from '@doubletake/scoring';

/** As far as the accounts somebody brought are counted. */
export const VELOCITY_BOUND = 1000;

/** The first rows of a list that was read one row further. */
export function cut<Row>(rows: readonly Row[], limit: number): Listed<Row> {
  return { rows: rows.slice(0, limit), more: rows.length > limit };
}
