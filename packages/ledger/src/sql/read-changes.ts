import type { AccountState, ProjectionBatch, Referral } from '@doubletake/scoring';
import type { Sealer } from '../seal/sealer.ts';
import type { Queryable } from './database.ts';
import { openProfile } from './open-profile.ts';
import { withoutNulls } from './read-screenings.ts';
import { statement } from './statement.ts';

/** An account as a projection finds it. */
export interface AccountRow {
  readonly id: string;
  readonly state: Omit<AccountState, 'profile'>;
  readonly profile: Uint8Array | null;
  readonly erased: boolean;
}

type Row =
  | { readonly kind: 'cursor'; readonly number: string | number }
  | ({ readonly kind: 'account' } & AccountRow)
  | { readonly kind: 'referral'; readonly state: Referral };

const CHANGES = statement('changes');

/** What the events after a cursor touched, as it stands now; undefined when there are none. */
export async function readChanges(
  { db, sealer }: { db: Queryable; sealer: Sealer },
  cursor: number,
  limit: number,
): Promise<ProjectionBatch | undefined> {
  const rows = await db.query<Row>(CHANGES, [cursor, limit]);
  let reached: number | undefined;
  const touched: AccountRow[] = [];
  const referrals: Referral[] = [];
  for (const row of rows) {
    if (row.kind === 'cursor') reached = Number(row.number);
    else if (row.kind === 'referral') referrals.push(row.state);
    else touched.push(row);
  }
  if (reached === undefined) return undefined;
  return { cursor: reached, referrals, ...accountStates(touched, sealer, openProfile) };
}

/** Those of some accounts that are still there, their profiles opened, and those that are no more. */
export function accountStates(
  rows: readonly AccountRow[],
  sealer: Sealer,
  open: typeof openProfile,
): Pick<ProjectionBatch, 'accounts' | 'erased'> {
  const accounts = rows.flatMap(({ id, state, profile }): AccountState[] =>
    profile === null ? [] : [{ profile: open(id, profile, sealer), ...withoutNulls(state) }],
  );
  return { accounts, erased: rows.filter(({ erased }) => erased).map(({ id }) => id) };
}
