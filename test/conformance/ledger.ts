import { memoryLedger, type LedgerOptions } from '@doubletake/ledger';
import type { Ledger } from '@doubletake/scoring';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { claiming } from './ledger-claims.ts';
import { deciding } from './ledger-deciding.ts';
import { ROWS } from './ledger-rows.ts';
import { overtaking } from './ledger-overtaken.ts';
import { everything, placeOf, steps, take } from './ledger-steps.ts';
import { restating } from './ledger-restated.ts';
import { unlinking } from './ledger-unlinked.ts';
import { accrued, day, observed, ordered, referred } from './ledger-values.ts';

/** Gives an empty ledger that nobody else uses. */
export type MakeLedger = (options?: LedgerOptions) => Ledger | Promise<Ledger>;

/** What every ledger promises, whatever it is kept in. */
export function ledgerConformance(name: string, make: MakeLedger): void {
  describe(`ledger: ${name}`, () => {
    let ledger: Ledger;
    beforeEach(async () => {
      ledger = await make();
    });

    test.each(ROWS)(
      '$note',
      async ({ options, events, decisions = [], reward = 'r1', on, expect: wanted }) => {
        const own = await make(options);
        // A market in one go, the rest one by one: folded onto what is there.
        if (events.length > 50) await own.append(events);
        else for (const event of events) await own.append([event]);
        await own.commitMany(decisions);
        const record = await own.read(reward, day(on));
        const answers = new Map<string, unknown>(Object.entries(record ?? {}));
        for (const [key, value] of Object.entries(wanted)) {
          const found = { [key]: answers.get(key) };
          if (Array.isArray(value) || value === undefined) expect(found).toEqual({ [key]: value });
          else expect(found).toMatchObject({ [key]: value });
        }
      },
    );

    recording(() => ledger);
    deciding(() => ledger);
    claiming(make);
    overtaking(() => ledger);
    projecting(() => ledger);
    unlinking(() => ledger);
    restating(() => ledger);

    test('answers as the memory model does, whatever happens in whatever order', async () => {
      await fc.assert(
        fc.asyncProperty(steps, fc.boolean(), async (story, organicOrders) => {
          const model = memoryLedger({ organicOrders });
          const subject = await make({ organicOrders });
          for (const step of story)
            expect(await take(subject, step)).toEqual(await take(model, step));
          expect(await everything(subject)).toEqual(await everything(model));
        }),
        { numRuns: 150, interruptAfterTimeLimit: 60_000 },
      );
    });

    test('the order in which events arrive changes nothing that is read', async () => {
      const events = [
        observed('ann', 0, { email: 'ann@example.com' }),
        observed('ann', 2, { email: 'a@example.com' }),
        referred(['ann', 'bob'], 3),
        ordered(['o1', 'bob'], ['created', 4], { payment: { kind: 'card', fingerprint: 'f' } }),
        ordered(['o1', 'bob'], ['completed', 5]),
        accrued('r1', 6, { orderId: 'o1' }),
      ];
      await ledger.append(events);
      const backwards = await make();
      for (const event of events.toReversed()) await backwards.append([event]);
      expect(await backwards.read('r1', day(9))).toEqual(await ledger.read('r1', day(9)));
    });
  });
}

function recording(ledger: () => Ledger): void {
  test('recording an event twice changes nothing; other content under its id is refused', async () => {
    const event = observed('ann', 0, { email: 'ann@example.com' });
    const other = { ...event, email: 'other@example.com' };
    const { id } = event;
    expect(await ledger().append([event, event, other])).toEqual([
      { outcome: 'recorded', id },
      { outcome: 'duplicate', id },
      { outcome: 'conflict', id },
    ]);
    const before = await ledger().profile('ann');
    expect(await ledger().append([other, event])).toEqual([
      { outcome: 'conflict', id },
      { outcome: 'duplicate', id },
    ]);
    expect(await ledger().profile('ann')).toEqual(before);
  });

  test('an erased account leaves a tombstone: its profile and payments go, and stay gone', async () => {
    const seen = observed('bob', 0, { email: 'bob@example.com' });
    const payment = { kind: 'card', fingerprint: 'f' } as const;
    const bought = ordered(['o1', 'bob'], ['created', 1], { payment });
    await ledger().append([
      seen,
      referred(['ann', 'bob'], 1),
      bought,
      accrued('r1', 2, { orderId: 'o1' }),
    ]);
    await ledger().append([{ id: 'gone', type: 'account.erased', at: day(3), accountId: 'bob' }]);
    await ledger().append([
      observed('bob', 4),
      ordered(['o1', 'bob'], ['completed', 5], { payment }),
    ]);
    expect(await ledger().profile('bob')).toBeUndefined();
    const record = await ledger().read('r1', day(9));
    expect(record).not.toHaveProperty('referee');
    expect(record?.order).toMatchObject({ orderId: 'o1', completedAt: day(5) });
    expect(record?.order).not.toHaveProperty('payment');
    expect(await ledger().append([{ ...seen, email: 'other@example.com' }])).toEqual([
      { outcome: 'duplicate', id: seen.id },
    ]);
    expect(await ledger().changes(0, 100)).toMatchObject({ accounts: [], erased: ['bob'] });
  });

  test('a pair exception is taken back once, and counts no more, whichever clock is asked', async () => {
    const pair = { referrerId: 'ann', refereeId: 'bob' };
    const given = { ...pair, owner: 'lea', reason: 'family', expiresAt: day(20) };
    const end = { allowanceId: 'a1', by: 'kim', at: day(5) };
    await ledger().append([referred(['ann', 'bob'], 1), accrued('r1', 2)]);
    expect(await ledger().disallow(end)).toBe(false);
    await ledger().allow({ ...given, allowanceId: 'a1' }, day(3));
    expect(await ledger().disallow({ ...end, at: day(20) })).toBe(false);
    expect(await ledger().disallow(end)).toBe(true);
    expect(await ledger().disallow(end)).toBe(false);
    for (const at of [4, 6])
      expect(await ledger().read('r1', day(at))).not.toHaveProperty('allowance');
    // Told again it is the one that ended.
    await ledger().allow({ ...given, allowanceId: 'a1' }, day(3));
    expect(await ledger().read('r1', day(6))).not.toHaveProperty('allowance');
    await ledger().allow({ ...given, allowanceId: 'a2' }, day(7));
    expect(await ledger().read('r1', day(8))).toMatchObject({ allowance: { allowanceId: 'a2' } });
  });

  test('a pair exception is read until it expires; its id keeps one meaning', async () => {
    const allowance = {
      allowanceId: 'a1',
      referrerId: 'ann',
      refereeId: 'bob',
      owner: 'lea',
      reason: 'agency books for its client',
      expiresAt: day(20),
    };
    await ledger().append([referred(['ann', 'bob'], 1), accrued('r1', 2)]);
    await ledger().allow(allowance, day(3));
    await ledger().allow(allowance, day(3));
    expect(await ledger().read('r1', day(19))).toMatchObject({ allowance });
    expect(await ledger().read('r1', day(20))).not.toHaveProperty('allowance');
    await expect(ledger().allow({ ...allowance, reason: 'other' }, day(3))).rejects.toThrow(
      expect.objectContaining({ code: 'ledger_allowance_conflict' }),
    );
    for (const wrong of [{ reason: '' }, { owner: ' ' }, { expiresAt: day(3) }])
      await expect(
        ledger().allow({ ...allowance, allowanceId: 'a2', ...wrong }, day(3)),
      ).rejects.toThrow(expect.objectContaining({ code: 'ledger_allowance_refused' }));
    expect(await ledger().changes(await placeOf(ledger(), 2), 10)).toMatchObject({
      events: 1,
      accounts: [],
      referrals: [],
      unlinked: [],
      erased: [],
    });
  });
}
function projecting(ledger: () => Ledger): void {
  test('changes come in pages of events, each account and referral as it stands now', async () => {
    expect(await ledger().changes(0, 10)).toBeUndefined();
    await ledger().append([
      observed('bob', 0, { email: 'bob@example.com' }),
      observed('ann', 0),
      referred(['ann', 'bob'], 1),
      accrued('r1', 2),
    ]);
    const first = await ledger().changes(0, 1);
    expect(first).toMatchObject({
      events: 1,
      accounts: [{ profile: { accountId: 'bob' }, maturedAt: day(60) }],
      referrals: [],
    });
    const rest = await ledger().changes(first?.cursor ?? 0, 10);
    expect(rest).toMatchObject({
      events: 3,
      accounts: [{ profile: { accountId: 'ann' } }],
      referrals: [{ referralId: 'ann-bob', at: day(1) }],
      erased: [],
    });
    expect(await ledger().changes(rest?.cursor ?? 0, 10)).toBeUndefined();
  });

  test('nothing is told from a place that no event is at', async () => {
    await ledger().append([observed('bob', 0), observed('ann', 0)]);
    const end = await placeOf(ledger(), 2);
    for (const place of [end + 1, -1])
      await expect(ledger().changes(place, 10)).rejects.toMatchObject({
        code: 'ledger_place_unknown',
      });
  });

  test('an order that goes from one account to another is a change of both', async () => {
    await ledger().append([
      observed('ann', 0),
      observed('bob', 0),
      ordered(['o1', 'ann'], ['completed', 1]),
      ordered(['o1', 'bob'], ['completed', 2]),
    ]);
    const batch = await ledger().changes(await placeOf(ledger(), 3), 10);
    expect(batch?.accounts.map(({ profile: { accountId } }) => accountId)).toEqual(['ann', 'bob']);
  });

  test('a label is a change of both accounts', async () => {
    await ledger().append([
      observed('ann', 0),
      observed('bob', 0),
      referred(['ann', 'bob'], 1),
      accrued('r1', 2),
    ]);
    const label = {
      id: 'l1',
      type: 'label.recorded',
      at: day(5),
      rewardId: 'r1',
      label: 'fraud',
      by: 'lea',
    } as const;
    await ledger().append([label]);
    const batch = await ledger().changes(await placeOf(ledger(), 4), 10);
    expect(batch?.accounts.map(({ profile, abusiveAt }) => [profile.accountId, abusiveAt])).toEqual(
      [
        ['ann', day(5)],
        ['bob', day(5)],
      ],
    );
  });
}
