import type { NameOf } from '../merged-names.ts';
import type { Queryable } from './database.ts';
import { statement } from './statement.ts';

const NAMES = statement('records/names');

/** Which account each of some is now part of. */
export async function mergedNames(tx: Queryable, accountIds: readonly string[]): Promise<NameOf> {
  const rows = await tx.query<{ account_id: string; into_id: string }>(NAMES, [
    [...new Set(accountIds)],
  ]);
  const names = new Map(rows.map(({ account_id, into_id }) => [account_id, into_id]));
  return (id) => names.get(id) ?? id;
}
