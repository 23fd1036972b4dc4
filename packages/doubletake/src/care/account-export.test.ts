import { beforeEach, expect, it } from 'vitest';
import { openDoubletake, type OpenDoubletake } from '../open-doubletake.ts';
import { accountExport } from './account-export.ts';

const at = (n: number): string => new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();

let doubletake: OpenDoubletake;
beforeEach(async () => {
  doubletake = await openDoubletake({ clock: () => Date.UTC(2026, 5, 1) });
});

async function exported(accountId: string): Promise<unknown> {
  const { ledger } = doubletake.parts;
  const record = await ledger.records.account(accountId);
  if (record === undefined) throw new Error('nothing names it');
  let text = '';
  for await (const piece of accountExport(record, { ledger })) text += piece;
  return JSON.parse(text);
}

it('has every value that was ever told, however many there are, as it was told', async () => {
  const seen = Array.from({ length: 1203 }, (_, n) => ({
    id: `seen-${n}`,
    type: 'account.observed',
    at: at(n),
    accountId: 'ann',
    email: `ann${n}@example.com`,
    createdAt: at(0),
  }));
  const cards = ['one', 'two'].map((fingerprint, n) => ({
    id: `paid-${n}`,
    type: 'order.updated',
    at: at(2000 + n),
    orderId: 'o1',
    accountId: 'ann',
    status: 'created',
    payment: { kind: 'card', fingerprint },
  }));
  await doubletake.recordMany([...seen, ...cards, { ...seen[0], id: 'other', accountId: 'bob' }]);
  expect(await exported('ann')).toMatchObject({
    profile: { emails: { length: 8 } },
    orders: [{ payment: { fingerprint: 'two' } }],
    told: [...seen, ...cards],
    decisions: [],
  });
});

it('is JSON also of an account that only others speak of', async () => {
  const ids = { referralId: 'f1', programmeId: 'guest-credit', referrerId: 'ann' };
  await doubletake.record({
    id: 'f',
    type: 'referral.attributed',
    at: at(0),
    ...ids,
    refereeId: 'b',
  });
  expect(await exported('b')).toEqual({
    accountId: 'b',
    erased: false,
    referrals: [{ referralId: 'f1', programmeId: 'guest-credit', at: at(0), as: 'referee' }],
    orders: [],
    rewards: [],
    told: [],
    decisions: [],
  });
});
