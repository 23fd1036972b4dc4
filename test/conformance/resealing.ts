import { randomBytes } from 'node:crypto';
import {
  SEALED_COLUMNS,
  sqlLedger,
  type Database,
  type KeyRing,
  type ReviewedLedger,
} from '@doubletake/ledger';
import { describe, expect, test } from 'vitest';
import { emptied } from './ledger-sql.ts';
import { AUDIT_KEY, day, KEYS, observed, ordered } from './ledger-values.ts';

/** What every database promises when its keys change. */
export function resealingConformance(
  name: string,
  open: () => Database,
  make: () => Promise<ReviewedLedger> = emptied(open),
): void {
  const secret = randomBytes(32);
  const both: KeyRing = { current: 'k2', keys: new Map([...KEYS.keys, ['k2', secret]]) };
  const alone: KeyRing = { current: 'k2', keys: new Map([['k2', secret]]) };
  const ledgerWith = (keys: KeyRing) => sqlLedger(open(), { keys, auditKey: AUDIT_KEY });

  describe(`resealing: ${name}`, () => {
    test('every value passes to the new key, some at a time, and then opens without the old one', async () => {
      const old = await make();
      await old.append([
        ...Array.from({ length: 5 }, (_, n) => observed(`a${n}`, 0, { ip: `192.0.2.${n}` })),
        ordered(['o1', 'a1'], ['created', 1], { payment: { kind: 'card', fingerprint: 'f' } }),
      ]);
      const before = await old.records.account('a1');
      expect(await old.upkeep.seals()).toEqual(new Map([['k1', 12]]));

      const { upkeep } = ledgerWith(both);
      let [rows, after]: [number, string | undefined] = [0, undefined];
      do {
        const step = await upkeep.reseal(2, after);
        expect(step.rows).toBeLessThanOrEqual(2);
        [rows, after] = [rows + step.rows, step.next];
      } while (after !== undefined);
      expect(rows).toBe(12);
      expect(await upkeep.seals()).toEqual(new Map([['k2', 12]]));

      const fresh = ledgerWith(alone);
      expect(await fresh.records.account('a1')).toEqual(before);
      await fresh.append([observed('a1', 2, { ip: '192.0.2.9' })]);
      expect((await fresh.profile('a1'))?.ips).toHaveLength(2);
      expect((await fresh.records.history('a1')).observed.map(({ at }) => at)).toEqual([
        day(0),
        day(2),
      ]);
    });

    // What these hold is hashed with a key of its own.
    const NOT_SEALED = ['kept_tokens.stamp', 'kept_tokens.tokens'];

    test('no sealed column is forgotten', async () => {
      await make();
      const rows = await open().query<{ place: string }>(
        {
          name: 'sealed-columns',
          text: `select table_name || '.' || column_name as place from information_schema.columns
            where data_type = 'bytea' and table_schema = 'public' order by 1`,
        },
        [],
      );
      expect(rows.map(({ place }) => place)).toEqual(
        [
          ...SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`),
          ...NOT_SEALED,
        ].toSorted(),
      );
    });
  });
}
