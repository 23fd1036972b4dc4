import type { Allowance, Decision, Instant, Reward, Timer } from '@doubletake/scoring';
import type { AuditKeys } from '../audit/chain-keys.ts';
import { allowanceConflict, checkAllowance, endEntry, sameAllowance } from '../allowance.ts';
import type { LedgerOptions } from '../options.ts';
import type { KeyRing } from '../seal/keys.ts';
import type { ReviewedLedger } from '../reviewed-ledger.ts';
import { createSealer } from '../seal/sealer.ts';
import { append } from './append.ts';
import { commitDecisions } from './commit-decisions.ts';
import type { Database } from './database.ts';
import { keepOpen, openProfile } from './open-profile.ts';
import { markEvents } from './event-rows.ts';
import { readChanges } from './read-changes.ts';
import { readScreenings } from './read-screenings.ts';
import { sqlAccessStore } from './sql-access-store.ts';
import { sqlAuditTrail } from './sql-audit-trail.ts';
import { sqlCensus } from './sql-census.ts';
import { sqlDesk } from './sql-desk.ts';
import { mergedNames } from './merged-names.ts';
import { sqlAccountDirectory } from './sql-account-directory.ts';
import { sqlAccountOverviews } from './sql-account-overviews.ts';
import { sqlAccountRecords } from './sql-account-records.ts';
import { sqlKeyChecks } from './sql-key-checks.ts';
import { sqlOutbox } from './sql-outbox.ts';
import { sqlUpkeep } from './sql-upkeep.ts';
import { storable } from '../storable.ts';
import { statement } from './statement.ts';

/** A ledger in SQL also needs the keys that seal what names a person, and chain what was done. */
export interface SqlLedgerOptions extends LedgerOptions {
  readonly keys: KeyRing;
  /** 32 bytes that the audit trail is chained with, or a ring of them; a copy of the database does not hold them. */
  readonly auditKey: Uint8Array | AuditKeys;
  /**
   * Profiles kept open at most, some 25 kB each with all that is remembered of them: an account that comes up again while
   * its profile is open costs a third. 0 keeps none. @defaultValue 4096
   */
  readonly profilesOpen?: number;
}

const BY_TRIGGER = statement('decision-by-trigger');
const BY_ID = statement('decision-by-id');
const DECISIONS_ON = statement('decisions-on');
const REWARDS_OF = statement('rewards-of');
const PROFILE = statement('profile');
const TIMERS = statement('timers');
const LOCK = statement('lock-append');
const PUT_ALLOWANCE = statement('put-allowance');
const ALLOWANCE = statement('allowance');
const END_ALLOWANCE = statement('end-allowance');

/** A ledger on a migrated database. Closing it closes the database. */
export function sqlLedger(db: Database, options: SqlLedgerOptions): ReviewedLedger {
  const sealer = createSealer(options.keys);
  keepOpen(sealer, options.profilesOpen);
  const decisions = async (...[query, values]: Parameters<typeof db.query>) =>
    (await db.query<{ decision: Decision }>(query, values)).map(({ decision }) => decision);
  const audit = sqlAuditTrail(db, options.auditKey);
  return storable<ReviewedLedger>({
    desk: sqlDesk(db, { sealer, audit }),
    access: sqlAccessStore(db, options),
    audit,
    outbox: sqlOutbox(db, { sealer, audit }),
    records: sqlAccountRecords(db, { sealer, options, audit }),
    overviews: sqlAccountOverviews(db, sealer),
    directory: sqlAccountDirectory(db),
    census: sqlCensus(db, sealer),
    upkeep: sqlUpkeep(db, { sealer, options }),
    keyChecks: sqlKeyChecks(db, sealer),
    append: async (events, entry) => {
      if (events.length === 0) return [];
      return db.transaction(async (tx) => {
        const answers = await append(events, { tx, sealer, options });
        if (entry !== undefined) await audit.add(tx, entry);
        return answers;
      });
    },
    read: async (rewardId, asOf) => (await readScreenings({ db, sealer }, [rewardId], asOf))[0],
    readMany: (rewardIds, asOf) => readScreenings({ db, sealer }, rewardIds, asOf),
    commit: async (write) => {
      const [committed] = await commitDecisions(db, [write]);
      if (committed === undefined) throw new Error('a decision was kept without an answer');
      return committed;
    },
    commitMany: (writes) => commitDecisions(db, writes),
    decided: async (rewardId, trigger) => (await decisions(BY_TRIGGER, [rewardId, trigger]))[0],
    decision: async (decisionId) => (await decisions(BY_ID, [decisionId]))[0],
    decisionsOn: (rewardId) => decisions(DECISIONS_ON, [rewardId]),
    rewardsOf: async (orderId) =>
      (await db.query<{ state: Reward }>(REWARDS_OF, [orderId])).map(({ state }) => state),
    profile: async (accountId) => {
      const [row] = await db.query<{ profile: Uint8Array }>(PROFILE, [accountId]);
      return row && openProfile(accountId, row.profile, sealer);
    },
    timers: async (until, limit) =>
      (await db.query<{ timer: Timer }>(TIMERS, [until, limit])).map(({ timer }) => timer),
    changes: (cursor, limit) => readChanges({ db, sealer }, cursor, limit),
    allow: async (allowance, at) => {
      checkAllowance(allowance, at);
      await allow(db, allowance, at);
    },
    disallow: (end) =>
      db.transaction(async (tx) => {
        const ended = await tx.query(END_ALLOWANCE, [end.allowanceId, end.at]);
        if (ended.length > 0) await audit.add(tx, endEntry(end));
        return ended.length > 0;
      }),
    close: () => db.close(),
  });
}

function allow(db: Database, told: Allowance, at: Instant): Promise<void> {
  const { allowanceId, owner, reason, expiresAt } = told;
  return db.transaction(async (tx) => {
    await tx.query(LOCK, []);
    const nameOf = await mergedNames(tx, [told.referrerId, told.refereeId]);
    const [referrerId, refereeId] = [nameOf(told.referrerId), nameOf(told.refereeId)];
    const values = [allowanceId, referrerId, refereeId, owner, reason, expiresAt];
    const [written] = await tx.query(PUT_ALLOWANCE, values);
    if (written !== undefined) {
      markEvents(tx, [{ id: `allowance:${allowanceId}`, type: 'allowance.granted', at }]);
      return;
    }
    const [before] = await tx.query<{ allowance: Allowance }>(ALLOWANCE, [allowanceId]);
    if (
      before === undefined ||
      !sameAllowance(before.allowance, { ...told, referrerId, refereeId })
    )
      throw allowanceConflict(allowanceId);
  });
}
