import type { AccountPage, AccountState, ProjectionBatch, Referral } from '@doubletake/scoring';
import { placeUnknown } from '../place-unknown.ts';
import { ifOpens } from '../seal/if-opens.ts';
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
  | { readonly kind: 'cursor'; readonly number: string | number; readonly state: number }
  | { readonly kind: 'elsewhere' }
  | ({ readonly kind: 'account' } & AccountRow)
  | { readonly kind: 'referral'; readonly state: Referral };

const CHANGES = statement('changes');

/**
 * What the events after a cursor touched, as it stands now; undefined when there are none.
 * @throws LedgerError `ledger_place_unknown`
 */
export async function readChanges(
  { db, sealer }: { db: Queryable; sealer: Sealer },
  cursor: number,
  limit: number,
): Promise<ProjectionBatch | undefined> {
  const rows = await db.query<Row>(CHANGES, [cursor, limit]);
  let end: Pick<ProjectionBatch, 'cursor' | 'events'> | undefined;
  const touched: AccountRow[] = [];
  const referrals: Referral[] = [];
  for (const row of rows) {
    if (row.kind === 'elsewhere') throw placeUnknown(cursor);
    if (row.kind === 'cursor') end = { cursor: Number(row.number), events: row.state };
    else if (row.kind === 'referral') referrals.push(row.state);
    else touched.push(row);
  }
  if (end === undefined) return undefined;
  // INVARIANT: whoever does not open holds up nobody else.
  const { accounts, erased } = accountStates(touched, sealer, openProfile);
  return { ...end, referrals, accounts, erased };
}

/** Those of some accounts that are still there, their profiles opened where they open, and those that are no more. */
export function accountStates(
  rows: readonly AccountRow[],
  sealer: Sealer,
  open: typeof openProfile,
): Pick<AccountPage, 'accounts' | 'erased' | 'unreadable'> {
  const unreadable: string[] = [];
  const accounts = rows.flatMap(({ id, state, profile: sealed }): AccountState[] => {
    if (sealed === null) return [];
    const profile = ifOpens(() => open(id, sealed, sealer));
    if (profile !== undefined) return [{ profile, ...withoutNulls(state) }];
    unreadable.push(id);
    return [];
  });
  return {
    accounts,
    erased: rows.filter(({ erased }) => erased).map(({ id }) => id),
    ...(unreadable.length === 0 ? {} : { unreadable }),
  };
}
