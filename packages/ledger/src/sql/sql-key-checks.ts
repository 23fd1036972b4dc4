import { differing, type KeyChecks } from '../key-checks.ts';
import type { Sealer } from '../seal/sealer.ts';
import type { Database, Queryable } from './database.ts';
import { storedEvent } from './event-rows.ts';
import { statement } from './statement.ts';

const KEPT = statement('key-checks/kept');
const LOCK = statement('key-checks/lock');
const KEEP = statement('key-checks/keep');
const FIRST_SEALED = statement('key-checks/first-sealed');

/** The checks in a migrated database: one query, unless there is a new key. */
export function sqlKeyChecks(db: Database, sealer: Sealer): KeyChecks {
  return {
    ids: async () => [...(await keptIn(db)).keys()],
    meet: async (checks) => {
      const before = await keptIn(db);
      const others = differing(checks, before);
      if (others.length > 0 || [...checks.keys()].every((id) => before.has(id))) return others;
      return db.transaction(async (tx) => {
        await tx.query(LOCK, []);
        const kept = await keptIn(tx);
        const refused = differing(checks, kept);
        if (refused.length > 0) return refused;
        // A database that was used before checks were kept.
        if (kept.size === 0) await openFirst(tx, sealer);
        tx.send(KEEP, [[...checks.keys()], [...checks.values()]]);
        return [];
      });
    },
  };
}

async function keptIn(on: Queryable): Promise<ReadonlyMap<string, string>> {
  const rows = await on.query<{ key_id: string; value: string }>(KEPT, []);
  return new Map(rows.map(({ key_id: id, value }) => [id, value]));
}

async function openFirst(on: Queryable, sealer: Sealer): Promise<void> {
  type Row = { readonly event_id: string; readonly sealed: Uint8Array };
  const [row] = await on.query<Row>(FIRST_SEALED, []);
  if (row !== undefined) storedEvent(row.event_id, { body: null, sealed: row.sealed }, sealer);
}
