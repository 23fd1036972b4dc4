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
import type { Sealer } from '../seal/sealer.ts';
import type { Queryable } from './database.ts';
import { openOrder } from './entity-kinds.ts';
import { openProfile } from './open-profile.ts';
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

const READ = statement('read-screenings');

/** What the screening of each reward reads, in the order asked, in one request. */
export async function readScreenings(
  { db, sealer }: { db: Queryable; sealer: Sealer },
  rewardIds: readonly string[],
  asOf: Instant,
): Promise<readonly (ScreeningRecord | undefined)[]> {
  const rows = await db.query<Row>(READ, [[...new Set(rewardIds)], asOf]);
  const records = new Map(rows.map((row) => [row.reward_id, open(row, sealer)]));
  return rewardIds.map((id) => records.get(id));
}

function open(row: Row, sealer: Sealer): ScreeningRecord {
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
  const profileOf = (
    id: Referral['refereeId'] | undefined,
    sealed: Uint8Array | null,
  ): Profile | undefined =>
    id === undefined || sealed === null ? undefined : opened(() => openProfile(id, sealed, sealer));
  const orderWith = (payment: Uint8Array | null): Order | undefined =>
    order && openOrder(order.orderId, { state: order, payment }, sealer);
  return present({
    ...rest,
    referral,
    order: opened(() => orderWith(row.payment)) ?? orderWith(null),
    tally: withoutNulls(tally),
    refereeOutcomes: refereeOutcomes.map(withoutNulls),
    referrer: profileOf(referral?.referrerId, row.referrer),
    referee: profileOf(referral?.refereeId, row.referee),
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
