import type {
  Decision,
  Instant,
  Order,
  Profile,
  Referral,
  ScreeningRecord,
} from '@doubletake/scoring';
import { LedgerError, type LedgerErrorCode } from '../errors.ts';
import { present } from '../present.ts';
import { STAMP_BYTES, stampOf, type Sealer } from '../seal/sealer.ts';
import type { Queryable } from './database.ts';
import { openOrder } from './entity-kinds.ts';
import { openedBefore, openProfile } from './open-profile.ts';
import { statement } from './statement.ts';

interface Row {
  readonly reward_id: string;
  readonly payment: Uint8Array | null;
  readonly referrer: Uint8Array | null;
  readonly referee: Uint8Array | null;
  readonly previous: Decision | null;
  /** The rest of the screening record, with null where it has nothing. */
  readonly record: ScreeningRecord;
}

/** The profiles of some accounts: open already, or to be opened. */
interface Profiles {
  readonly opened: ReadonlyMap<string, Profile>;
  readonly sealed: ReadonlyMap<string, Uint8Array>;
}

/** The ledger's database, and what opens what is sealed there. */
interface Source {
  readonly db: Queryable;
  readonly sealer: Sealer;
}

const READ = statement('read-screenings');
const PROFILES = statement('profiles');

/** The longest value PostgreSQL takes is 1 GB: all of it. */
const WHOLE = 2 ** 30;

/**
 * What the screening of each reward reads, in the order asked, in one request; where there are several, in a second one the
 * profiles that are not open. Sealed profiles are most of what is read, and what is open need not come again.
 */
export async function readScreenings(
  source: Source,
  rewardIds: readonly string[],
  asOf: Instant,
): Promise<readonly (ScreeningRecord | undefined)[]> {
  const ids = [...new Set(rewardIds)];
  const bytes = ids.length > 1 ? STAMP_BYTES : WHOLE;
  const rows = await source.db.query<Row>(READ, [ids, asOf, bytes]);
  const profiles = bytes === WHOLE ? asGiven(rows) : await profilesOf(rows, source);
  const records = new Map(rows.map((row) => [row.reward_id, open(row, profiles, source.sealer)]));
  return rewardIds.map((id) => records.get(id));
}

function asGiven(rows: readonly Row[]): Profiles {
  return { opened: new Map(), sealed: new Map(rows.flatMap(sealedIn)) };
}

/** A row's accounts, each with what came of its sealed profile. */
function sealedIn({ record, referrer, referee }: Row): readonly (readonly [string, Uint8Array])[] {
  const both = [
    [record.referral?.referrerId, referrer],
    [record.referral?.refereeId, referee],
  ] as const;
  return both.flatMap(([id, sealed]) => (id == null || sealed == null ? [] : [[id, sealed]]));
}

async function profilesOf(rows: readonly Row[], { db, sealer }: Source): Promise<Profiles> {
  const opened = new Map<string, Profile>();
  const others = new Set<string>();
  for (const [id, begin] of rows.flatMap(sealedIn)) {
    if (opened.has(id)) continue;
    const profile = openedBefore(id, stampOf(begin), sealer);
    if (profile === undefined) others.add(id);
    else opened.set(id, profile);
  }
  const read =
    others.size === 0
      ? []
      : await db.query<{ account_id: string; profile: Uint8Array }>(PROFILES, [[...others]]);
  const sealed = new Map(read.map(({ account_id, profile }) => [account_id, profile]));
  return { opened, sealed };
}

function open(row: Row, profiles: Profiles, sealer: Sealer): ScreeningRecord {
  const { referral, order, tally, refereeOutcomes, ...rest } = withoutNulls(row.record);
  let unreadable: LedgerErrorCode | undefined;
  // INVARIANT: what does not open holds up nobody but whom it is about.
  const opened = <Read>(read: () => Read): Read | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof LedgerError) || error.code !== 'ledger_seal_broken') throw error;
      unreadable = error.code;
      return undefined;
    }
  };
  const profileOf = (id: Referral['refereeId'] | undefined): Profile | undefined => {
    if (id === undefined) return undefined;
    const sealed = profiles.sealed.get(id);
    return profiles.opened.get(id) ?? (sealed && opened(() => openProfile(id, sealed, sealer)));
  };
  const orderWith = (payment: Uint8Array | null): Order | undefined =>
    order && openOrder(order.orderId, { state: order, payment }, sealer);
  return present({
    ...rest,
    referral,
    order: opened(() => orderWith(row.payment)) ?? orderWith(null),
    tally: withoutNulls(tally),
    refereeOutcomes: refereeOutcomes.map(withoutNulls),
    referrer: profileOf(referral?.referrerId),
    referee: profileOf(referral?.refereeId),
    previous: row.previous ?? undefined,
    unreadable,
  });
}

/** JSON from the database says null where the port says nothing. */
export function withoutNulls<T extends object>(row: T): T;
export function withoutNulls(row: object): object {
  const given: Record<string, unknown> = {};
  for (const key of Object.keys(row)) {
    const value: unknown = Reflect.get(row, key);
    if (value !== null) given[key] = value;
  }
  return given;
}
