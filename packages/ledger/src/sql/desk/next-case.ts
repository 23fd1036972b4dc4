import type { ClaimNext, ReviewCase } from '@doubletake/scoring';
import type { Transaction } from '../database.ts';
import { clauses, statesOf, Values } from './clauses.ts';

/** In this order: handed to the person, nobody's, skipped by them. */
const TURNS: readonly ((by: string) => string)[] = [
  (by) => `assignee = ${by} and not body -> 'skippedBy' ? ${by}`,
  (by) => `assignee is null and not body -> 'skippedBy' ? ${by}`,
  (by) => `(assignee is null or assignee = ${by}) and body -> 'skippedBy' ? ${by}`,
];

/** The case a person is served next, locked; one that others are being served is left to them. */
export async function nextCase(
  tx: Transaction,
  { by, at, filter = {} }: ClaimNext,
): Promise<ReviewCase | undefined> {
  const states = statesOf(filter);
  if (states.length === 0) return undefined;
  for (const turn of TURNS) {
    const values = new Values();
    const wheres = [
      `state in (${states.join(', ')})`,
      `(lease_until is null or lease_until <= ${values.add(at, 'bigint')})`,
      turn(values.add(by)),
      ...clauses(filter, values),
    ];
    const text = `select body as held from cases where ${wheres.join(' and ')}
      order by due_at, case_id limit 1 for update skip locked`;
    const [row] = await tx.query<{ held: ReviewCase }>({ name: '', text }, values.list);
    if (row !== undefined) return row.held;
  }
  return undefined;
}
