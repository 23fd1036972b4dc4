import type { AccountState, ProjectionBatch, Referral } from '@doubletake/scoring';
import type { Sealer } from '../seal/sealer.ts';
import type { Queryable } from './database.ts';
import { openProfile } from './open-profile.ts';
import { withoutNulls } from './read-screenings.ts';
import { statement } from './statement.ts';

type Row =
  | { readonly kind: 'cursor'; readonly number: string | number }
  | {
      readonly kind: 'account';
      readonly id: string;
      readonly state: Omit<AccountState, 'profile'>;
      readonly profile: Uint8Array | null;
      readonly erased: boolean;
    }
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
  const accounts: AccountState[] = [];
  const referrals: Referral[] = [];
  const erased: string[] = [];
  for (const row of rows) {
    if (row.kind === 'cursor') reached = Number(row.number);
    else if (row.kind === 'referral') referrals.push(row.state);
    else {
      if (row.erased) erased.push(row.id);
      if (row.profile !== null)
        accounts.push({
          profile: openProfile(row.id, row.profile, sealer),
          ...withoutNulls(row.state),
        });
    }
  }
  return reached === undefined ? undefined : { cursor: reached, accounts, referrals, erased };
}
