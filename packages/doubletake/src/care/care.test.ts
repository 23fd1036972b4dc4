import { DAY, printInstant } from '@doubletake/scoring';
import { beforeEach, describe, expect, it } from 'vitest';
import { openDoubletake, type OpenDoubletake } from '../open-doubletake.ts';
import { eraseAccount } from './erase-account.ts';
import { expireValues } from './expire.ts';
import { mergeAccounts } from './merge-accounts.ts';
import { rebuildGraph } from './rebuild-graph.ts';

const NOW = Date.UTC(2026, 5, 1);
const ago = (days: number): string => printInstant(NOW - days * DAY);

let events = 0;
const observed = (accountId: string, days: number, shown: object): object => ({
  id: `e${(events += 1)}`,
  type: 'account.observed',
  at: ago(days),
  accountId,
  ...shown,
});

/** A referral whose reward is due: nothing about the pair looks alike. */
const REFERRAL: readonly object[] = [
  {
    id: 'f',
    type: 'referral.attributed',
    at: ago(40),
    referralId: 'f1',
    programmeId: 'guest-credit',
    referrerId: 'ann',
    refereeId: 'bob',
  },
  {
    id: 'o',
    type: 'order.updated',
    at: ago(30),
    orderId: 'o1',
    accountId: 'bob',
    status: 'completed',
  },
  {
    id: 'w',
    type: 'reward.accrued',
    at: ago(30),
    rewardId: 'w1',
    programmeId: 'guest-credit',
    referralId: 'f1',
    orderId: 'o1',
    beneficiaryId: 'ann',
    side: 'referrer',
    channel: 'referral',
    kind: 'credit',
    amount: { minor: 2000, currency: 'EUR' },
  },
];

let doubletake: OpenDoubletake;
beforeEach(async () => {
  doubletake = await openDoubletake({ clock: () => NOW });
});

const stats = async () => doubletake.parts.graph.stats();
const rebuilt = async () => rebuildGraph(doubletake.parts, () => {});

describe('caring for accounts', () => {
  it('an erasure reaches every value ever shown, also those the profile dropped long ago', async () => {
    // One by one: each of them is in the graph before the profile drops it.
    for (let n = 0; n < 30; n += 1)
      await doubletake.record(observed('ann', 40 - n, { ip: `81.2.69.${n}` }));
    await doubletake.record(observed('bob', 1, { ip: '94.230.49.9' }));
    expect(await stats()).toMatchObject({ tokens: 31, accounts: 2 });
    expect(await eraseAccount(doubletake.parts, 'ann')).toMatchObject({
      before: false,
      observations: 30,
      tokens: 30,
    });
    expect(await stats()).toEqual({ tokens: 1, holders: 1, accounts: 1 });
    expect(await rebuilt()).toEqual({ tokens: 1, holders: 1, accounts: 1 });
    expect(await eraseAccount(doubletake.parts, 'ann')).toMatchObject({ before: true });
  });

  it('of two erasures at once one has removed it', async () => {
    await doubletake.record(observed('ann', 1, { ip: '81.2.69.1' }));
    const { parts } = doubletake;
    const { records } = parts.ledger;
    const late: typeof records.erase = async (...asked) => {
      await eraseAccount(parts, 'ann');
      return records.erase(...asked);
    };
    const ledger = { ...parts.ledger, records: { ...records, erase: late } };
    const second = await eraseAccount({ ...parts, ledger }, 'ann');
    expect(second).toEqual({
      accountId: 'ann',
      before: true,
      observations: 0,
      payments: 0,
      tokens: 0,
    });
  });

  it('of a device seen in parts every key goes', async () => {
    const parts = [
      { hardwareConcurrency: { value: 8 } },
      { deviceMemory: { value: 8 }, platform: { value: 'MacIntel' } },
      { screenResolution: { value: [1440, 900] }, videoCard: { value: { renderer: 'Apple M1' } } },
    ];
    // Out of order, so that the profile was other things in between than its events in order would make it.
    for (const n of [0, 2, 1])
      await doubletake.record(
        observed('ann', 9 - n, { device: { visitorId: 'v', components: parts[n] } }),
      );
    expect((await stats()).tokens).toBeGreaterThan(0);
    await eraseAccount(doubletake.parts, 'ann');
    expect(await stats()).toEqual({ tokens: 0, holders: 0, accounts: 0 });
  });

  it('two accounts found to be one are judged as one, with the same graph when it is made anew', async () => {
    await doubletake.recordMany([
      observed('ann', 300, { email: 'ann.abbot@example.com' }),
      observed('bob', 300, { phone: { number: '+14155550123' } }),
      ...REFERRAL,
    ]);
    expect(await doubletake.screen('w1')).toMatchObject({ action: 'pay' });
    expect(
      await mergeAccounts(doubletake.parts, { accountId: 'bob', intoId: 'ann', by: 'lea' }),
    ).toEqual({ outcome: 'merged', intoId: 'ann' });
    const merged = await doubletake.screen('w1');
    expect(merged).toMatchObject({ action: 'claw_back', determiningRules: ['terms/same-account'] });
    const after = await stats();
    expect(after).toMatchObject({ accounts: 1 });
    expect(await rebuilt()).toEqual(after);
    const again = await doubletake.screen('w1');
    expect(again?.contributions).toEqual(merged?.contributions);
    expect(again?.determiningRules).toEqual(merged?.determiningRules);
    expect(await doubletake.parts.ledger.decisionsOn('w1')).toHaveLength(3);
  });

  it('a pair found to be one account is decided anew by itself, once', async () => {
    await doubletake.recordMany([
      observed('ann', 300, { email: 'ann.abbot@example.com' }),
      observed('bob', 300, { phone: { number: '+14155550123' } }),
      ...REFERRAL,
    ]);
    expect(await doubletake.screen('w1')).toMatchObject({ action: 'pay' });
    const merge = { accountId: 'bob', intoId: 'ann', by: 'lea' };
    await mergeAccounts(doubletake.parts, merge);
    expect(await doubletake.wake()).toMatchObject([
      { action: 'claw_back', determiningRules: ['terms/same-account'] },
    ]);
    await mergeAccounts(doubletake.parts, merge);
    expect(await doubletake.wake()).toEqual([]);
  });

  it('what waits for one of two merged accounts is decided anew upon all that both showed', async () => {
    await doubletake.recordMany([
      observed('ann', 300, { email: 'ann.abbot@example.com' }),
      observed('bob', 300, { phone: { number: '+14155550123' } }),
      observed('ann2', 300, { phone: { number: '+14155550123' } }),
      ...REFERRAL,
    ]);
    // Nothing about ann and bob is alike until ann2 is found to be ann.
    const before = await doubletake.screen('w1', { at: NOW - 29.5 * DAY });
    expect(before?.action).toBe('wait');
    await mergeAccounts(doubletake.parts, { accountId: 'ann2', intoId: 'ann', by: 'lea' });
    const [after] = await doubletake.wake();
    expect(after?.rewardId).toBe('w1');
    expect(after?.score).toBeGreaterThan(before?.score ?? 100);
  });

  it('what is past its time leaves profile and graph alike; what was seen since stays', async () => {
    await doubletake.recordMany([
      observed('ann', 200, { ip: '81.2.69.1', device: { visitorId: 'v1' } }),
      observed('ann', 120, { ip: '81.2.69.2', device: { visitorId: 'v2' } }),
      observed('ann', 80, { ip: '81.2.69.3', email: 'ann.abbot@example.com' }),
      observed('bob', 10, { ip: '81.2.69.1' }),
    ]);
    const before = await stats();
    const expired = await expireValues(doubletake.parts);
    expect(expired).toMatchObject({ accounts: 1, observations: 2 });
    const after = await stats();
    expect(after.holders).toBe(before.holders - expired.tokens);
    expect(await rebuilt()).toEqual(after);
    const profile = await doubletake.parts.ledger.profile('ann');
    expect(profile?.ips.map(({ value }) => value)).toEqual(['81.2.69.3']);
    expect(profile?.devices.map(({ value }) => value.visitorId)).toEqual(['v2']);
    expect(await expireValues(doubletake.parts)).toMatchObject({ accounts: 0, tokens: 0 });
  });

  it('what is seen again while it is let go of stays in both, whenever that is recorded', async () => {
    const { ledger } = doubletake.parts;
    await doubletake.recordMany([
      observed('ann', 120, { ip: '81.2.69.1' }),
      observed('bob', 120, { ip: '81.2.69.2' }),
      observed('cat', 120, { ip: '81.2.69.3' }),
    ]);
    const seenAgain = async (accountId: string, ip: string) =>
      doubletake.record(observed(accountId, 0, { ip }));
    // After it was looked at, between graph and ledger, and when both are through with it.
    const upkeep: typeof ledger.upkeep = {
      ...ledger.upkeep,
      overdue: async (...asked) => {
        const page = await ledger.upkeep.overdue(...asked);
        await seenAgain('ann', '81.2.69.1');
        return page;
      },
      expire: async (accountId, at) => {
        if (accountId === 'bob') await seenAgain('bob', '81.2.69.2');
        await ledger.upkeep.expire(accountId, at);
        if (accountId === 'cat') await seenAgain('cat', '81.2.69.3');
      },
    };
    await expireValues({ ...doubletake.parts, ledger: { ...ledger, upkeep } });
    const after = await stats();
    expect(after).toEqual({ tokens: 3, holders: 3, accounts: 3 });
    expect(await rebuilt()).toEqual(after);
  });

  it('what a decision was made from goes after 24 months; what was decided stands', async () => {
    await doubletake.recordMany([
      observed('ann', 900, { email: 'ann.abbot@example.com' }),
      observed('bob', 900, { email: 'ann.abbot@example.com' }),
      ...REFERRAL,
    ]);
    const made = await doubletake.screen('w1', { at: NOW - 800 * DAY });
    expect(made?.contributions).not.toEqual([]);
    expect(await expireValues(doubletake.parts)).toMatchObject({ decisions: 1 });
    expect(await doubletake.parts.ledger.decisionsOn('w1')).toEqual([
      { ...made, contributions: [], counterfactuals: [], facts: {}, evidenceExpired: true },
    ]);
    expect(await expireValues(doubletake.parts)).toMatchObject({ decisions: 0 });
    expect((await doubletake.screen('w1'))?.contributions).not.toEqual([]);
  });

  it('what webhooks told goes 30 days after it was settled, and nothing that waits does', async () => {
    const { outbox } = doubletake.parts.ledger;
    const at = doubletake.parts.clock();
    await outbox.addEndpoint({
      endpointId: 'hook',
      url: 'https://host.example/',
      types: [],
      secrets: { current: 'whsec_AAAA' },
      createdBy: 'ada',
      createdAt: at,
    });
    const settled = at - 30 * DAY;
    for (const id of ['old', 'young', 'waiting']) await outbox.test('hook', id, settled - 1);
    const due = await outbox.due(at, { limit: 2, leaseFor: DAY });
    for (const [n, delivery] of due.entries()) {
      const attempt = { outcome: 'delivered', at: settled - 1 + n, milliseconds: 1 } as const;
      await outbox.tried(delivery, attempt);
    }
    expect(await expireValues(doubletake.parts)).toMatchObject({ deliveries: 1 });
    const left = await outbox.deliveries('hook', { limit: 5 });
    expect(left.map(({ messageId }) => messageId)).toEqual(['waiting', 'young']);
  });
});
