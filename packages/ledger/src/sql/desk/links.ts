import type { CaseCount, ReviewCase, SimilarCases } from '@doubletake/scoring';
import { COUNT_CAP } from '../../desk/queue-bounds.ts';
import type { Database } from '../database.ts';
import { statement } from '../statement.ts';

const LINKED = statement('desk/linked');
const SIMILAR = statement('desk/similar');

/** Other cases of the same order or the same people. */
export async function linkedCases(
  db: Database,
  caseId: string,
  limit: number,
): Promise<readonly ReviewCase[]> {
  const rows = await db.query<{ held: ReviewCase }>(LINKED, [caseId, limit]);
  return rows.map(({ held }) => held);
}

interface Similar {
  readonly released: number;
  readonly blocked: number;
  readonly latest: readonly ReviewCase[];
}

/** What became of cases like one. */
export async function similarCases(
  db: Database,
  caseId: string,
  limit: number,
): Promise<SimilarCases | undefined> {
  const [row] = await db.query<Similar>(SIMILAR, [caseId, limit, COUNT_CAP + 1]);
  if (row === undefined) return undefined;
  const { released, blocked, latest } = row;
  return { released: counted(released), blocked: counted(blocked), latest };
}

const counted = (count: number): CaseCount => ({
  count: Math.min(count, COUNT_CAP),
  orMore: count > COUNT_CAP,
});
