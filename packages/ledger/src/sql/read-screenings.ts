import type { Decision, Instant, Profile, Referral, ScreeningRecord } from '@doubletake/scoring';
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
  return present({
    ...rest,
    referral,
    order: order && openOrder(order.orderId, { state: order, payment: row.payment }, sealer),
    tally: withoutNulls(tally),
    refereeOutcomes: refereeOutcomes.map(withoutNulls),
    referrer: profileOf(referral?.referrerId, row.referrer, sealer),
    referee: profileOf(referral?.refereeId, row.referee, sealer),
    previous: row.previous ?? undefined,
  });
}

function profileOf(
  id: Referral['refereeId'] | undefined,
  sealed: Uint8Array | null,
  sealer: Sealer,
): Profile | undefined {
  return id === undefined || sealed === null ? undefined : openProfile(id, sealed, sealer);
}

/** JSON from the database says null where the port says nothing. */
export function withoutNulls<T extends object>(row: T): T;
export function withoutNulls(row: object): object {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}
