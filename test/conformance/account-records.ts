import { memoryLedger, type LedgerOptions, type ReviewedLedger } from '@doubletake/ledger';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { everything, steps, take } from './ledger-steps.ts';
import { accrued, day, decided, observed, ordered, referred, write } from './ledger-values.ts';

/** Gives an empty ledger that nobody else uses. */
export type MakeLedger = (options?: LedgerOptions) => ReviewedLedger | Promise<ReviewedLedger>;

const NAMES = ['ann', 'bob', 'cat', 'dan', 'eve'];
const name = fc.constantFrom(...NAMES);
const merge = fc.record({
  call: fc.constant('merge' as const),
  accountId: name,
  intoId: name,
});
const expire = fc.record({
  call: fc.constant('expire' as const),
  accountId: fc.constantFrom('ann', 'bob', 'cat', 'dan'),
  on: fc.constantFrom(90, 95, 182, 190),
});
const story = fc.tuple(steps, fc.array(fc.oneof(merge, merge, expire), { maxLength: 4 }), steps);

const erasure = (accountId: string, on: number) => ({
  id: `gone-${accountId}`,
  type: 'account.erased' as const,
  at: day(on),
  accountId,
});

/** What every ledger promises about single accounts and about its upkeep. */
export function accountRecordsConformance(title: string, make: MakeLedger): void {
  describe(`account records: ${title}`, () => {
    let ledger: ReviewedLedger;
    beforeEach(async () => {
      ledger = await make();
    });

    test('everything of one account is found, and nothing of another', async () => {
      await ledger.append([
        observed('ann', 0, { email: 'ann@example.com' }),
        observed('bob', 0, { email: 'bob@example.com' }),
        referred(['ann', 'bob'], 1),
        referred(['cat', 'dan'], 1),
        ordered(['o1', 'bob'], ['created', 2]),
        ordered(['o2', 'dan'], ['created', 2]),
        accrued('r2', 4),
        accrued('r1', 3, { orderId: 'o1' }),
        accrued('r3', 3, { beneficiaryId: 'bob' }),
      ]);
      await ledger.commit(write(decided('r1', 'wait', { on: 5, until: 6, id: 'd1' })));
      await ledger.commit(write(decided('r1', 'pay', { on: 6, id: 'd2' })));
      expect(await ledger.records.account('ann')).toMatchObject({
        accountId: 'ann',
        merged: [],
        erased: false,
        profile: { emails: [{ value: 'ann@example.com' }] },
        referrals: [{ referralId: 'ann-bob' }],
        orders: [],
        rewards: [{ rewardId: 'r1' }, { rewardId: 'r2' }],
        decisions: [{ decisionId: 'dec-d1' }, { decisionId: 'dec-d2' }],
      });
      expect(await ledger.records.account('bob')).toMatchObject({
        referrals: [{ referralId: 'ann-bob' }],
        orders: [{ orderId: 'o1' }],
        rewards: [{ rewardId: 'r3' }],
        decisions: [],
      });
      expect(await ledger.records.account('eve')).toBeUndefined();
    });

    test('a history has every value ever seen, also those no profile keeps any more', async () => {
      const seen = Array.from({ length: 12 }, (_, n) =>
        observed('ann', 12 - n, { ip: `192.0.2.${n}` }),
      );
      for (const event of seen) await ledger.append([event]);
      expect(await ledger.records.history('ann')).toEqual({
        accountId: 'ann',
        erased: false,
        observed: seen,
      });
      await ledger.append([erasure('ann', 20)]);
      expect(await ledger.records.history('ann')).toEqual({
        accountId: 'ann',
        erased: true,
        observed: [],
      });
      expect(await ledger.records.account('ann')).toMatchObject({ erased: true, merged: [] });
      expect(await ledger.records.account('ann')).not.toHaveProperty('profile');
    });

    test('of merged accounts everything is one, whether it was told before or after', async () => {
      const before = [
        observed('ann2', 1, { email: 'two@example.com' }),
        referred(['ann2', 'bob'], 2, { referralId: 'f2' }),
        ordered(['o2', 'ann2'], ['completed', 3]),
        accrued('r2', 4, { beneficiaryId: 'ann2', referralId: 'f2' }),
      ];
      await ledger.append([observed('ann', 0, { email: 'one@example.com' }), ...before]);
      await ledger.commit(write(decided('r2', 'pay', { on: 5 })));
      const merge = { accountId: 'ann2', intoId: 'ann', by: 'lea' };
      expect(await ledger.records.merge(merge, day(6))).toEqual({
        outcome: 'merged',
        intoId: 'ann',
      });
      expect(await ledger.append(before)).toEqual(
        before.map(({ id }) => ({ outcome: 'duplicate', id })),
      );
      await ledger.append([
        observed('ann2', 7, { email: 'three@example.com' }),
        accrued('r1', 8, { beneficiaryId: 'ann', referralId: 'f2' }),
      ]);
      expect(await ledger.records.account('ann2')).toEqual(await ledger.records.account('ann'));
      expect(await ledger.records.account('ann')).toMatchObject({
        accountId: 'ann',
        merged: ['ann2'],
        profile: {
          accountId: 'ann',
          createdAt: day(0),
          emails: [
            { value: 'one@example.com' },
            { value: 'two@example.com' },
            { value: 'three@example.com' },
          ],
        },
        referrals: [{ referrerId: 'ann' }],
        orders: [{ accountId: 'ann' }],
        rewards: [{ beneficiaryId: 'ann' }, { beneficiaryId: 'ann' }],
      });
      expect(await ledger.profile('ann2')).toBeUndefined();
      // Caps count what either was paid.
      const record = await ledger.read('r1', day(9));
      expect(record).toMatchObject({ tally: { lifetime: 1 }, referral: { referrerId: 'ann' } });
    });

    test('a merge is a change of both accounts and of whoever they are linked with', async () => {
      await ledger.append([
        observed('ann', 0),
        observed('ann2', 0),
        referred(['ann2', 'bob'], 2, { referralId: 'f2' }),
      ]);
      await ledger.records.merge({ accountId: 'ann2', intoId: 'ann', by: 'lea' }, day(3));
      expect(await ledger.changes(3, 10)).toMatchObject({
        cursor: 5,
        erased: ['ann2'],
        accounts: [{ profile: { accountId: 'ann' } }],
        referrals: [{ referralId: 'f2', referrerId: 'ann' }],
      });
    });

    test('nobody is linked with an erased account, however often the log is read', async () => {
      await ledger.append([
        observed('ann', 0),
        observed('bob', 0),
        referred(['ann', 'bob'], 1),
        referred(['ann', 'cat'], 1),
        erasure('bob', 2),
        referred(['dan', 'bob'], 3),
      ]);
      const { referrals } = (await ledger.changes(0, 100)) ?? {};
      expect(referrals?.map(({ referralId }) => referralId)).toEqual(['ann-cat']);
    });

    test.each([
      { note: 'itself', pair: ['ann', 'ann'], why: 'same' },
      { note: 'somebody unknown', pair: ['ann', 'zoe'], why: 'unknown' },
      { note: 'from somebody unknown', pair: ['zoe', 'ann'], why: 'unknown' },
      { note: 'an erased one', pair: ['ann', 'bob'], why: 'erased' },
      { note: 'into another, once merged', pair: ['cat', 'ann'], why: 'elsewhere' },
    ] as const)('a merge with $note is refused', async ({ pair: [accountId, intoId], why }) => {
      await ledger.append(['ann', 'bob', 'cat', 'dan'].map((id) => observed(id, 0)));
      await ledger.append([erasure('bob', 1)]);
      await ledger.records.merge({ accountId: 'cat', intoId: 'dan', by: 'lea' }, day(2));
      expect(await ledger.records.merge({ accountId, intoId, by: 'lea' }, day(3))).toEqual({
        outcome: 'refused',
        why,
      });
    });

    test('merging twice changes nothing, and merges of merged accounts go where those went', async () => {
      const merge = async (accountId: string, intoId: string) =>
        ledger.records.merge({ accountId, intoId, by: 'lea' }, day(2));
      await ledger.append(['ann', 'bob', 'cat'].map((id) => observed(id, 0, { ip: `${id}-ip` })));
      expect(await merge('ann', 'bob')).toEqual({ outcome: 'merged', intoId: 'bob' });
      expect(await merge('ann', 'bob')).toEqual({ outcome: 'duplicate', intoId: 'bob' });
      expect(await merge('bob', 'ann')).toEqual({ outcome: 'duplicate', intoId: 'bob' });
      expect(await merge('bob', 'cat')).toEqual({ outcome: 'merged', intoId: 'cat' });
      expect(await merge('ann', 'cat')).toEqual({ outcome: 'duplicate', intoId: 'cat' });
      expect(await ledger.records.account('ann')).toMatchObject({
        accountId: 'cat',
        merged: ['ann', 'bob'],
      });
    });

    test('erasing either name of a merged account erases all of it', async () => {
      await ledger.append([
        observed('ann', 0, { ip: 'a' }),
        observed('ann2', 0, { ip: 'b' }),
        ordered(['o1', 'ann2'], ['created', 1], { payment: { kind: 'card', fingerprint: 'f' } }),
      ]);
      await ledger.records.merge({ accountId: 'ann2', intoId: 'ann', by: 'lea' }, day(2));
      await ledger.append([erasure('ann2', 3), observed('ann2', 4, { ip: 'c' })]);
      const record = await ledger.records.account('ann');
      expect(record).toMatchObject({ erased: true, orders: [{ orderId: 'o1' }] });
      expect(record).not.toHaveProperty('profile');
      expect(record?.orders[0]).not.toHaveProperty('payment');
      expect((await ledger.records.history('ann')).observed).toEqual([]);
    });

    test('what was noted under any name of an account goes with it', async () => {
      const note = async (noteId: string, kind: 'account' | 'case', id: string) =>
        ledger.desk.note({
          noteId,
          subject: { kind, id },
          by: 'lea',
          at: day(3),
          text: 'spoke to her',
        });
      await ledger.append([
        observed('ann', 0, { ip: 'a' }),
        referred(['ann2', 'bob'], 2, { referralId: 'f2' }),
        accrued('r2', 3, { beneficiaryId: 'ann2', referralId: 'f2' }),
      ]);
      await ledger.commit(write(decided('r2', 'review', { on: 4, id: 'd' })));
      await note('n1', 'account', 'ann2');
      await note('n2', 'case', 'dec-d');
      await note('n3', 'account', 'bob');
      await ledger.records.merge({ accountId: 'ann2', intoId: 'ann', by: 'lea' }, day(5));
      await ledger.append([erasure('ann', 6)]);
      const said = async (kind: 'account' | 'case', id: string) =>
        (await ledger.desk.notes({ kind, id })).map(({ versions }) => versions);
      expect(await said('account', 'ann2')).toEqual([]);
      expect(await said('case', 'dec-d')).toEqual([]);
      expect(await said('account', 'bob')).toHaveLength(1);
    });

    test('an address is let go of 90 days after it was last seen, a device after 180', async () => {
      const network = { vpn: true };
      await ledger.append([
        observed('ann', 0, { email: 'ann@example.com', ip: 'old', network }),
        observed('ann', 5, { ip: 'again' }),
        observed('ann', 6, { device: { visitorId: 'v' }, ip: 'old' }),
        observed('ann', 60, { ip: 'again' }),
        observed('bob', 100, { ip: 'new' }),
      ]);
      expect((await ledger.upkeep.overdue(day(96), 10)).overdue).toEqual([]);
      const page = await ledger.upkeep.overdue(day(97), 10);
      expect(page.overdue.map(({ accountId }) => accountId)).toEqual(['ann']);
      expect(page.overdue[0]?.after.map(({ ip }) => ip)).toEqual([
        undefined,
        'again',
        undefined,
        'again',
      ]);
      await ledger.upkeep.expire('ann', day(97));
      const profile = await ledger.profile('ann');
      expect(profile).toMatchObject({
        createdAt: day(0),
        lastSeenAt: day(60),
        emails: [{ value: 'ann@example.com' }],
        ips: [{ value: 'again', firstAt: day(5), lastAt: day(60) }],
        devices: [{ value: { visitorId: 'v' } }],
      });
      expect((await ledger.upkeep.overdue(day(97), 10)).overdue).toEqual([]);
      await ledger.upkeep.expire('ann', day(187));
      expect(await ledger.profile('ann')).toEqual({ ...profile, ips: [], devices: [] });
    });

    test('who is overdue comes in pages', async () => {
      await ledger.append(['ann', 'bob', 'cat'].map((id) => observed(id, 0, { ip: 'x' })));
      const first = await ledger.upkeep.overdue(day(100), 2);
      const rest = await ledger.upkeep.overdue(day(100), 2, first.next);
      expect([...first.overdue, ...rest.overdue].map(({ accountId }) => accountId)).toEqual([
        'ann',
        'bob',
        'cat',
      ]);
      expect(rest).not.toHaveProperty('next');
    });

    test('answers as the memory model does, whoever is merged and whatever is let go of', async () => {
      await fc.assert(
        fc.asyncProperty(story, fc.boolean(), async ([early, turns, late], organicOrders) => {
          const model = memoryLedger({ organicOrders });
          const subject = await make({ organicOrders });
          for (const step of early)
            expect(await take(subject, step)).toEqual(await take(model, step));
          for (const turn of turns)
            expect(await turnOf(subject, turn)).toEqual(await turnOf(model, turn));
          for (const step of late)
            expect(await take(subject, step)).toEqual(await take(model, step));
          expect(await all(subject)).toEqual(await all(model));
        }),
        { numRuns: 100, interruptAfterTimeLimit: 60_000 },
      );
    }, 120_000);
  });
}

type Turn =
  typeof merge extends fc.Arbitrary<infer M>
    ? M | (typeof expire extends fc.Arbitrary<infer E> ? E : never)
    : never;

async function turnOf(ledger: ReviewedLedger, turn: Turn): Promise<unknown> {
  if (turn.call === 'expire') return ledger.upkeep.expire(turn.accountId, day(turn.on));
  return ledger.records.merge({ ...turn, by: 'lea' }, day(9));
}

async function all(ledger: ReviewedLedger): Promise<unknown> {
  return {
    ledger: await everything(ledger),
    accounts: await Promise.all(NAMES.map((id) => ledger.records.account(id))),
    histories: await Promise.all(NAMES.map((id) => ledger.records.history(id))),
    overdue: await ledger.upkeep.overdue(day(97), 10),
  };
}
