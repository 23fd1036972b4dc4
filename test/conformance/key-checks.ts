import { sqlLedger, type Database, type ReviewedLedger } from '@doubletake/ledger';
import { describe, expect, test } from 'vitest';
import { emptied } from './ledger-sql.ts';
import { AUDIT_KEY, KEYS, observed } from './ledger-values.ts';

const FIRST = new Map([
  ['peppers p1', 'one'],
  ['accounts', 'two'],
]);

/** What every ledger promises of the keys it is used with. */
export function keyChecksConformance(name: string, make: () => Promise<ReviewedLedger>): void {
  describe(`key checks: ${name}`, () => {
    test('knows the keys it was first used with, and others that come beside them', async () => {
      const { keyChecks } = await make();
      expect(await keyChecks.meet(FIRST)).toEqual([]);
      expect(await keyChecks.meet(FIRST)).toEqual([]);
      const more = new Map([...FIRST, ['peppers p2', 'three']]);
      expect(await keyChecks.meet(more)).toEqual([]);
      expect(await keyChecks.meet(new Map([['peppers p2', 'four']]))).toEqual(['peppers p2']);
      expect((await keyChecks.ids()).toSorted()).toEqual([...more.keys()].toSorted());
    });

    test('names those that are others, and keeps nothing that comes with them', async () => {
      const { keyChecks } = await make();
      await keyChecks.meet(FIRST);
      const others = new Map([
        ['accounts', 'another'],
        ['peppers p2', 'theirs'],
      ]);
      expect(await keyChecks.meet(others)).toEqual(['accounts']);
      expect(await keyChecks.meet(new Map([...FIRST, ['peppers p2', 'ours']]))).toEqual([]);
    });

    test('of two that bring the first keys at once one is refused whole', async () => {
      const { keyChecks } = await make();
      const theirs = new Map([
        ['accounts', 'another'],
        ['seal s9', 'theirs'],
      ]);
      const answers = await Promise.all([keyChecks.meet(FIRST), keyChecks.meet(theirs)]);
      expect(answers.filter((others) => others.length === 0)).toHaveLength(1);
      expect(answers.flat()).toEqual(['accounts']);
    });
  });
}

/** What a ledger that seals also promises: keys of before they were checked are taken if they open what there is. */
export function keyAdoptionConformance(name: string, open: () => Database): void {
  test(`keys are taken by a database from before they were checked only if they open what it holds: ${name}`, async () => {
    const ledger = await emptied(open)();
    const keyed = (kid: string, fill: number): ReviewedLedger => {
      const keys = { current: kid, keys: new Map([[kid, new Uint8Array(32).fill(fill)]]) };
      return sqlLedger(open(), { keys, auditKey: AUDIT_KEY });
    };
    await ledger.append([observed('ann', 0, { email: 'ann@example.com' })]);
    const [[kid] = []] = KEYS.keys;
    await expect(keyed(kid ?? '', 99).keyChecks.meet(FIRST)).rejects.toMatchObject({
      code: 'ledger_seal_broken',
    });
    await expect(keyed('unheard', 99).keyChecks.meet(FIRST)).rejects.toMatchObject({
      code: 'ledger_key_missing',
    });
    expect(await ledger.keyChecks.meet(new Map([['accounts', 'ours']]))).toEqual([]);
    expect(await ledger.keyChecks.meet(FIRST)).toEqual(['accounts']);
  });
}
