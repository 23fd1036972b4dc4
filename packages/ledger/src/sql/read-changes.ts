import type {
  AccountPage,
  AccountState,
  KeptAccount,
  ProjectionBatch,
  Referral,
} from '@doubletake/scoring';
import { compareText } from '../compare-text.ts';
import { placeUnknown } from '../place-unknown.ts';
import { ifOpens } from '../seal/if-opens.ts';
import { stampOf, type Sealer } from '../seal/sealer.ts';
import type { Queryable } from './database.ts';
import { openProfile } from './open-profile.ts';
import { withoutNulls } from './read-screenings.ts';
import { statement } from './statement.ts';

/** An account as a projection finds it. */
export interface AccountRow {
  readonly id: string;
  readonly state: Omit<AccountState, 'profile' | 'stamp'>;
  readonly profile: Uint8Array | null;
  /** Where it was asked for and there is one, it is there in place of the profile. */
  readonly tokens?: Uint8Array | null;
  readonly erased: boolean;
}

type Row =
  | { readonly kind: 'cursor'; readonly number: string | number; readonly state: number }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'leaving'; readonly id: string }
  | ({ readonly kind: 'account' } & AccountRow)
  | { readonly kind: 'referral'; readonly id: string; readonly state: Told }
  | { readonly kind: 'labelled' | 'restated'; readonly id: string }
  | { readonly kind: 'unlinked'; readonly id: string; readonly state: Pair };

type Pair = ProjectionBatch['unlinked'][number];

/** A referral as it stands, unless an account of it is erased, and whether one of these events is what makes it stand so. */
interface Told {
  readonly stands: Referral | null;
  readonly corrected: boolean;
}

const CHANGES = statement('changes');
const FORMER = statement('former-links');

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
  const former = await formerly(rows, db);
  let end: Pick<ProjectionBatch, 'cursor' | 'events'> | undefined;
  const touched = new Map<string, AccountRow>();
  const referrals = new Map<string, Referral>();
  const unlinked = new Map<string, Pair>();
  const leaving: string[] = [];
  for (const row of [...rows, ...former]) {
    if (row.kind === 'elsewhere') throw placeUnknown(cursor);
    if (row.kind === 'cursor') end = { cursor: Number(row.number), events: row.state };
    else if (row.kind === 'account') touched.set(row.id, row);
    else if (row.kind === 'leaving') leaving.push(row.id);
    else if (row.kind === 'unlinked') unlinked.set(row.id, row.state);
    else if (row.kind === 'referral' && row.state.stands !== null)
      referrals.set(row.id, row.state.stands);
  }
  if (end === undefined) return undefined;
  // Whoever a correction no longer speaks of is said something else of, too.
  const freed = end.events === 1 ? former.filter(({ kind }) => kind === 'account') : [];
  const said = [...rows.filter(({ kind }) => kind === 'restated'), ...freed];
  const restated = new Set(said.flatMap((row) => ('id' in row ? row.id : [])));
  // INVARIANT: whoever does not open holds up nobody else.
  const { accounts, erased } = accountStates(inOrder(touched), sealer, openProfile);
  return {
    ...end,
    restated: [...restated].toSorted(compareText),
    referrals: inOrder(referrals).toSorted((a, b) => a.at - b.at),
    unlinked: inOrder(unlinked),
    accounts,
    erased,
    leaving: leaving.toSorted(compareText),
  };
}

/**
 * What was said before of the referrals and rewards of some changes. Asked for by itself, since hardly any were corrected: it
 * may show what happened in between, which comes again in the next step.
 */
async function formerly(rows: readonly Row[], db: Queryable): Promise<readonly Row[]> {
  const corrected = rows.flatMap((row) =>
    row.kind === 'referral' && row.state.corrected ? row.id : [],
  );
  const labelled = rows.flatMap((row) => (row.kind === 'labelled' ? row.id : []));
  if (corrected.length + labelled.length === 0) return [];
  return db.query<Row>(FORMER, [corrected, labelled]);
}

const inOrder = <Value>(byId: ReadonlyMap<string, Value>): readonly Value[] =>
  [...byId].toSorted(([a], [b]) => compareText(a, b)).map(([, value]) => value);

/** Those of some accounts that are still there, their profiles opened where they open, and those that are no more. */
export function accountStates(
  rows: readonly AccountRow[],
  sealer: Sealer,
  open: typeof openProfile,
): Pick<AccountPage, 'accounts' | 'kept' | 'erased' | 'unreadable'> {
  const unreadable: string[] = [];
  const kept = rows.flatMap(({ id, state, tokens }): KeptAccount[] =>
    tokens ? [{ accountId: id, ...withoutNulls(state), tokens }] : [],
  );
  const accounts = rows.flatMap(({ id, state, profile: sealed }): AccountState[] => {
    if (sealed === null) return [];
    const profile = ifOpens(() => open(id, sealed, sealer));
    if (profile !== undefined) return [{ profile, stamp: stampOf(sealed), ...withoutNulls(state) }];
    unreadable.push(id);
    return [];
  });
  return {
    accounts,
    erased: rows.filter(({ erased }) => erased).map(({ id }) => id),
    ...(kept.length === 0 ? {} : { kept }),
    ...(unreadable.length === 0 ? {} : { unreadable }),
  };
}
