import { memoryLedger, type LedgerOptions, type ReviewedLedger } from '@doubletake/ledger';
import type { AuditEntry } from '@doubletake/scoring';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { erasure, merging } from './account-merging.ts';
import { overviews } from './account-overviews.ts';
import { counting, wholeCensus } from './census.ts';
import { keeping } from './kept-tokens.ts';
import { decisionRetention } from './decision-retention.ts';
import { hostileTexts } from './hostile-texts.ts';
import { correcting } from './ledger-corrected.ts';
import { everything, steps, take } from './ledger-steps.ts';
import { accrued, day, observed, ordered, referred } from './ledger-values.ts';
import { telling } from './account-telling.ts';

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
const forget = fc.record({
  call: fc.constant('forget' as const),
  on: fc.constantFrom(732, 735, 740),
  limit: fc.constantFrom(1, 3),
});
const story = fc.tuple(
  steps,
  fc.array(fc.oneof(merge, merge, expire, forget), { maxLength: 4 }),
  steps,
);

const deed = (action: string): AuditEntry => ({
  at: day(9),
  actor: 'cli:lea',
  action,
  subject: 'account:ann',
  details: {},
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
      expect(await ledger.records.account('ann')).toMatchObject({
        accountId: 'ann',
        merged: [],
        erased: false,
        profile: { emails: [{ value: 'ann@example.com' }] },
        referrals: [{ referralId: 'ann-bob' }],
        orders: [],
        rewards: [{ rewardId: 'r1' }, { rewardId: 'r2' }],
      });
      expect(await ledger.records.account('bob')).toMatchObject({
        referrals: [{ referralId: 'ann-bob' }],
        orders: [{ orderId: 'o1' }],
        rewards: [{ rewardId: 'r3' }],
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

    test('an erasure gives what it takes away, of every name, and once', async () => {
      const seen = [observed('ann2', 0, { email: 'ann@example.com' }), observed('ann', 1)];
      await ledger.append([...seen, observed('bob', 0)]);
      await ledger.records.merge({ accountId: 'ann2', intoId: 'ann', by: 'lea' }, day(2));
      const event = erasure('ann2', 9);
      expect(await ledger.records.erase(event)).toEqual({
        appended: { outcome: 'recorded', id: event.id },
        gone: {
          accountId: 'ann',
          erased: false,
          observed: seen.map((each) => ({ ...each, accountId: 'ann' })),
        },
      });
      const nothing = { accountId: 'ann', erased: true, observed: [] };
      expect(await ledger.records.erase(event)).toEqual({
        appended: { outcome: 'duplicate', id: event.id },
        gone: nothing,
      });
      expect(await ledger.records.erase({ ...event, accountId: 'bob' })).toMatchObject({
        appended: { outcome: 'conflict' },
        gone: { accountId: 'bob', erased: false, observed: [] },
      });
      const first = await ledger.changes(0, 100);
      expect(first).toMatchObject({ erased: ['ann', 'ann2'], leaving: ['ann'] });
      // Whom the log has seen off leaves no second time.
      const again = erasure('ann', 10);
      expect((await ledger.records.erase(again)).gone).toEqual(nothing);
      await ledger.append([observed('ann', 11)]);
      expect(await ledger.changes(first?.cursor ?? 0, 100)).toMatchObject({
        events: 2,
        erased: ['ann'],
        leaving: [],
      });
    });

    test('what is done to an account is in the audit trail with it, or neither is', async () => {
      await ledger.append([observed('ann', 0), observed('ann2', 0)]);
      const one = { accountId: 'ann2', intoId: 'ann', by: 'lea' };
      await ledger.records.merge(one, day(9), deed('account.merge'));
      // The second time nothing is done.
      await ledger.records.merge(one, day(9), deed('account.merge'));
      const erased = [erasure('ann', 9)];
      await expect(ledger.append(erased, deed('no such word'))).rejects.toMatchObject({
        code: 'ledger_audit_refused',
      });
      expect(await ledger.records.history('ann')).toMatchObject({ erased: false });
      await ledger.append(erased, deed('account.erase'));
      const entries = await ledger.audit.entries({});
      expect(entries.map(({ action }) => action)).toEqual(['account.erase', 'account.merge']);
      expect(await ledger.audit.verify()).toEqual({ ok: true, entries: 2 });
    });

    overviews(() => ledger);
    telling(() => ledger);
    merging(() => ledger);
    correcting(() => ledger);
    counting(() => ledger);
    keeping(() => ledger);

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

    decisionRetention(() => ledger);
    hostileTexts(() => ledger);

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
    });
  });
}

type Made<Arbitrary> = Arbitrary extends fc.Arbitrary<infer Value> ? Value : never;
type Turn = Made<typeof merge> | Made<typeof expire> | Made<typeof forget>;

async function turnOf(ledger: ReviewedLedger, turn: Turn): Promise<unknown> {
  if (turn.call === 'expire') return ledger.upkeep.expire(turn.accountId, day(turn.on));
  if (turn.call === 'forget') return ledger.upkeep.expireDecisions(day(turn.on), turn.limit);
  return ledger.records.merge({ ...turn, by: 'lea' }, day(9));
}

async function all(ledger: ReviewedLedger): Promise<unknown> {
  return {
    ledger: await everything(ledger),
    census: await wholeCensus(ledger.census),
    accounts: await Promise.all(NAMES.map((id) => ledger.records.account(id))),
    overviews: await Promise.all(
      NAMES.map((id) => ledger.overviews.overview(id, { at: day(9), limit: 2 })),
    ),
    among: await ledger.overviews.referralsAmong(NAMES, 4),
    histories: await Promise.all(NAMES.map((id) => ledger.records.history(id))),
    told: await Promise.all(NAMES.map(async (id) => (await ledger.records.told(id, 100)).told)),
    overdue: await ledger.upkeep.overdue(day(97), 10),
  };
}
