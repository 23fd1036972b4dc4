import type { CaseCount, CaseFilter } from '@doubletake/scoring';
import { COUNT_CAP } from '../../desk/queue-bounds.ts';
import type { Database } from '../database.ts';
import { clauses, statesOf, Values } from './clauses.ts';
import { planned } from './planned.ts';

/** How many cases each filter lets through, in one request. */
export async function countCases(
  db: Database,
  filters: readonly CaseFilter[],
): Promise<readonly CaseCount[]> {
  if (filters.length === 0) return [];
  const { text, values } = countStatement(filters);
  const rows = await planned<{ nth: number; count: number }>(db, text, values);
  const counts = new Map(rows.map(({ nth, count }) => [nth, count]));
  return filters.map((_, nth) => {
    const count = counts.get(nth) ?? 0;
    return { count: Math.min(count, COUNT_CAP), orMore: count > COUNT_CAP };
  });
}

/** The counts as a statement: no count goes further than anybody reads. */
function countStatement(filters: readonly CaseFilter[]): {
  readonly text: string;
  readonly values: readonly unknown[];
} {
  const values = new Values();
  const counts = filters.map((filter, nth) => {
    const asked = clauses(filter, values);
    const branches = statesOf(filter).map((state) => {
      const wheres = [`state = ${state}`, ...asked].join(' and ');
      return `(select from cases where ${wheres} limit ${COUNT_CAP + 1})`;
    });
    const from = branches.length === 0 ? 'select where false' : branches.join(' union all ');
    return `select ${nth} as nth, count(*)::integer as count
      from (select from (${from}) branches limit ${COUNT_CAP + 1}) counted`;
  });
  return { text: counts.join(' union all '), values: values.list };
}
