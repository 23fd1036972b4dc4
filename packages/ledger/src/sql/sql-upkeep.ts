import type { Instant, Upkeep } from '@doubletake/scoring';
import { EVIDENCE_KEPT } from '../decision-retention.ts';
import type { LedgerOptions } from '../options.ts';
import { IP_KEPT, withinRetention } from '../retention.ts';
import type { Sealer } from '../seal/sealer.ts';
import type { AppendContext } from './append-context.ts';
import { byteaArray } from './binary-array.ts';
import type { Database } from './database.ts';
import { ACCOUNTS } from './entity-kinds.ts';
import { incoming, sealedText } from './event-rows.ts';
import { put, refold } from './fold-kind.ts';
import { closeProfiles } from './open-profile.ts';
import { countSeals, reseal } from './reseal.ts';
import { observedOf } from './sql-account-records.ts';
import { statement } from './statement.ts';

const LOCK = statement('lock-append');
const OVERDUE = statement('upkeep/overdue');
const PUT_OBSERVED = statement('upkeep/put-observed');
const DROP_KEPT = statement('upkeep/drop-kept');
const NOW = statement('upkeep/now');
const EXPIRE_DECISIONS = statement('upkeep/expire-decisions');

/** What is done to a database from time to time. */
export function sqlUpkeep(
  db: Database,
  { sealer, options }: { readonly sealer: Sealer; readonly options: LedgerOptions },
): Upkeep {
  return {
    reseal: (limit, after) => reseal({ db, sealer }, limit, after),
    seals: () => countSeals(db),
    overdue: async (at, limit, after = '') => {
      const rows = await db.query<{ account_id: string }>(OVERDUE, [at - IP_KEPT, after, limit]);
      const ids = rows.map(({ account_id }) => account_id);
      const shut = new Set<string>();
      const onUnreadable = (_: string, accountId: string): unknown => shut.add(accountId);
      const observed = await observedOf(db, ids, { sealer, onUnreadable });
      const overdue = ids.flatMap((accountId) => {
        // When a value was last seen is known of those alone whose observations all open.
        if (shut.has(accountId)) return [];
        const before = observed.get(accountId) ?? [];
        const kept = withinRetention(before, at);
        return kept.every((event, n) => event === before[n])
          ? []
          : [{ accountId, before, after: kept }];
      });
      const next = ids.length === limit ? ids.at(-1) : undefined;
      return {
        overdue,
        ...(shut.size === 0 ? {} : { unreadable: [...shut] }),
        ...(next === undefined ? {} : { next }),
      };
    },
    expire: (accountId, at) =>
      db.transaction(async (tx) => {
        await tx.query(LOCK, []);
        await expire(accountId, at, { tx, sealer, options });
      }),
    expireDecisions: async (at, limit) => {
      const values = [at - EVIDENCE_KEPT, limit];
      const [row] = await db.query<{ gone: number }>(EXPIRE_DECISIONS, values);
      return row?.gone ?? 0;
    },
    now: async () => Number((await db.query<{ now: string | number }>(NOW, []))[0]?.now),
    closeProfiles: () => closeProfiles(sealer),
  };
}

async function expire(accountId: string, at: Instant, context: AppendContext): Promise<void> {
  const { tx, sealer } = context;
  const before = (await observedOf(tx, [accountId], { sealer })).get(accountId) ?? [];
  const changed = withinRetention(before, at).filter((event, n) => event !== before[n]);
  if (changed.length === 0) return;
  const sealed = changed.map((event) => sealedText(incoming(event, event), sealer));
  await tx.query(PUT_OBSERVED, [changed.map(({ id }) => id), byteaArray(sealed)]);
  put(ACCOUNTS, [...(await refold(ACCOUNTS, [accountId], context)).values()], context);
  tx.send(DROP_KEPT, [accountId]);
}
