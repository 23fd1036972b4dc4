import type { Engine, Policy } from '@doubletake/scoring';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { stay, told } from '../../../../test/support/friends-of-ann.ts';
import { shippedParts } from '../../../../test/support/shipped-parts.ts';
import { createEngine } from './engine.ts';
import type { EngineParts } from './parts.ts';

const NOW = Date.UTC(2026, 1, 20);
const FRIENDS = ['bob', 'carla', 'dmitri', 'elena', 'farid', 'greta', 'hugo'];
let now: number;
let parts: EngineParts;
let engine: Engine;

beforeEach(async () => {
  now = NOW;
  parts = shippedParts(() => now);
  engine = createEngine(parts);
  await engine.recordMany(told(FRIENDS));
});

let events = 0;

/** Something happens to a reward. */
async function happens(type: string, rewardId: string): Promise<void> {
  const at = new Date(NOW - 60_000 + (events += 1)).toISOString();
  await engine.record({ id: `happens-${events}`, type, at, rewardId });
}

/** Another reward of hers for the same side of the same order, through another channel. */
async function rival(friend: string, more: object = {}): Promise<string> {
  const accrual = told([friend]).find((event) => 'beneficiaryId' in event);
  const rewardId = `rival-${friend}`;
  const ids = { id: rewardId, rewardId, channel: 'affiliate' };
  await engine.record({ ...accrual, ...ids, ...more });
  return rewardId;
}

const asked = async (rewardId: string): Promise<readonly unknown[]> => {
  const trigger = `asked-${(events += 1)}`;
  const { stage, action, reasons = [] } = (await engine.screen(rewardId, { trigger })) ?? {};
  return [stage, action, ...reasons.map(({ code }) => code)];
};

const holderFor = async (rewardId: string): Promise<string | undefined> =>
  (await parts.ledger.read(rewardId, NOW))?.claim?.rewardId;

describe('a reward that was taken back', () => {
  it('is never paid by asking again, and leaves its order to another', async () => {
    const other = await rival('bob');
    expect(await asked('w-bob')).toEqual(['due', 'pay']);
    await happens('reward.paid', 'w-bob');
    expect(await asked(other)).toEqual(['due', 'void', 'PAID_FOR_ORDER']);
    await happens('reward.reversed', 'w-bob');
    for (let times = 0; times < 3; times += 1)
      expect(await asked('w-bob')).toEqual(['due', 'void', 'REWARD_REVERSED']);
    expect(await asked(other)).toEqual(['due', 'pay']);
    expect(await holderFor('w-bob')).toBe(other);
  });

  it('pays none of many beyond the cap either', async () => {
    const rewardIds = FRIENDS.map((friend) => `w-${friend}`);
    for (const rewardId of rewardIds) await happens('reward.reversed', rewardId);
    for (const decision of await engine.screenMany(rewardIds))
      expect(decision).toMatchObject({ action: 'void', reasons: [{ code: 'REWARD_REVERSED' }] });
  });

  it('is asked for like any other once it is paid again', async () => {
    await asked('w-bob');
    for (const type of ['reward.paid', 'reward.reversed', 'reward.paid'])
      await happens(type, 'w-bob');
    expect(await asked('w-bob')).toEqual(['post_payout', 'pay']);
    await engine.record(stay('bob', 'refunded', 31));
    expect(await engine.wake()).toMatchObject([{ rewardId: 'w-bob', action: 'claw_back' }]);
  });

  it('holds no order where a programme only observes', async () => {
    parts = observing(parts, 'finders-fee');
    engine = createEngine(parts);
    await happens('reward.reversed', 'w-bob');
    expect(await asked('w-bob')).toEqual(['due', 'pay', 'REWARD_REVERSED']);
    expect(await holderFor('w-bob')).toBeUndefined();
  });
});

/** The same, one of its programmes only observing. */
function observing(from: EngineParts, programme: string): EngineParts {
  const { policy } = from;
  const terms = policy.programmes.get(programme);
  if (terms === undefined) throw new Error(`there is no programme ${programme}`);
  const programmes: Policy['programmes'] = new Map([
    ...policy.programmes,
    [programme, { ...terms, observe: true }],
  ]);
  return { ...from, policy: { ...policy, programmes } };
}

describe('money that is or goes out holds the side of its order', () => {
  it('paid by nobody’s decision', async () => {
    await happens('reward.paid', 'w-bob');
    expect(await asked(await rival('bob'))).toEqual(['due', 'void', 'PAID_FOR_ORDER']);
    expect(await asked('w-bob')).toEqual(['post_payout', 'pay']);
  });

  it('paid though it was held', async () => {
    const other = await rival('bob', { beneficiaryId: 'zoe' });
    expect(await asked(other)).toEqual(['due', 'review', 'NOT_A_PARTY']);
    await happens('reward.paid', other);
    expect(await asked('w-bob')).toEqual(['due', 'void', 'PAID_FOR_ORDER']);
  });

  it('in a programme that only observes, whatever it would have decided', async () => {
    parts = observing(parts, 'retail-promo');
    engine = createEngine(parts);
    const other = await rival('bob', { beneficiaryId: 'zoe', programmeId: 'retail-promo' });
    expect(await engine.screen(other)).toMatchObject({ outcome: 'hold', action: 'pay' });
    expect(await asked('w-bob')).toEqual(['due', 'void', 'PAID_FOR_ORDER']);
  });

  it('but leaves it to who has it, where it only observes: at once and one after the other', async () => {
    parts = observing(parts, 'retail-promo');
    engine = createEngine(parts);
    const other = await rival('bob', { programmeId: 'retail-promo' });
    const decisions = await engine.screenMany(['w-bob', other]);
    expect(decisions.map((decision) => decision?.action)).toEqual(['pay', 'pay']);
    expect(await asked(other)).toEqual(['post_payout', 'pay', 'PAID_FOR_ORDER']);
    expect(await holderFor('w-bob')).toBe('w-bob');
    await happens('reward.reversed', 'w-bob');
    expect(await holderFor('w-bob')).toBe(other);
  });

  it.each([
    ['and the host said so', true],
    ['as we told the host, who said nothing', false],
  ])('through a claw-back, until the money is back: paid, %s', async (_, isTold) => {
    const other = await rival('bob');
    await asked('w-bob');
    if (isTold) await happens('reward.paid', 'w-bob');
    await engine.recordMany(sharing('bob'));
    expect(await asked('w-bob')).toEqual(expect.arrayContaining(['post_payout', 'review']));
    const { cases } = await parts.ledger.desk.page({ filter: { id: 'w-bob' } });
    await engine.decide({
      caseId: cases[0]?.case.caseId ?? '',
      by: 'lea',
      commandId: 'c1',
      outcome: 'block',
      reason: 'REVIEWED_SAME_PERSON',
      scoreVisible: true,
    });
    now += 60_000;
    expect(await engine.wake()).toMatchObject([{ action: 'claw_back' }]);
    for (let times = 0; times < 2; times += 1) {
      expect(await asked('w-bob')).toEqual(expect.arrayContaining(['post_payout', 'claw_back']));
      expect(await asked(other)).toEqual(expect.arrayContaining(['void', 'PAID_FOR_ORDER']));
    }
    await happens('reward.reversed', 'w-bob');
    expect(await holderFor(other)).toBeUndefined();
  });
});

/** He and she turn out to have a good deal in common. */
const sharing = (friend: string): readonly object[] =>
  ['ann', friend].map((accountId) => ({
    id: `shared-${accountId}`,
    type: 'account.observed',
    at: new Date(NOW - 3_600_000).toISOString(),
    accountId,
    device: { visitorId: 'one-device', version: '4', components: {} },
    address: {
      lines: ['12 High St Apt 4'],
      city: 'Springfield',
      postalCode: '12345',
      country: 'US',
    },
    ip: '81.2.69.142',
  }));

test.each([
  ['guest-credit', 'ORDER_MISSING'],
  ['finders-fee', 'ORDER_MISSING'],
  ['retail-promo', undefined],
])('a reward of %s that names no order: %s', async (programmeId, code) => {
  const referral = told(['bob']).find((event) => 'refereeId' in event);
  await engine.record({ ...referral, id: 'f-again', referralId: 'f-again', programmeId });
  const accrual = { ...told(['bob']).find((event) => 'beneficiaryId' in event) };
  if ('orderId' in accrual) delete accrual.orderId;
  const more = { id: 'w-none', rewardId: 'w-none', referralId: 'f-again', programmeId };
  await engine.record({ ...accrual, ...more });
  const expected = code === undefined ? ['due', 'pay'] : ['due', 'review', code];
  expect(await asked('w-none')).toEqual(expected);
});

test('one person does not get both sides', async () => {
  const other = await rival('bob', { side: 'referee' });
  expect(await asked(other)).toEqual(['due', 'review', 'OTHER_SIDE']);
});

describe('what is told otherwise after money was let go', () => {
  it('an accrual: it is decided anew, of what it is now', async () => {
    await asked('w-bob');
    const accrual = told(['bob']).find((event) => 'beneficiaryId' in event);
    const more = { id: 'dearer', at: '2026-01-03T00:00:00Z', beneficiaryId: 'zoe' };
    await engine.record({ ...accrual, ...more, amount: { minor: 900_000, currency: 'EUR' } });
    expect(await engine.wake()).toMatchObject([
      { rewardId: 'w-bob', stage: 'post_payout', action: 'review' },
    ]);
    const { cases } = await parts.ledger.desk.page({ filter: { id: 'w-bob' } });
    expect(cases).toMatchObject([{ case: { amount: { minor: 900_000 } } }]);
    expect(await engine.wake()).toEqual([]);
  });

  it('an earlier link: the money is claimed back', async () => {
    await asked('w-bob');
    const referral = told(['bob']).find((event) => 'refereeId' in event);
    const first = { id: 'first', referralId: 'first', referrerId: 'carla' };
    await engine.record({ ...referral, ...first, at: '2026-01-01T12:00:00Z' });
    expect(await engine.wake()).toMatchObject([
      { rewardId: 'w-bob', action: 'claw_back', reasons: [{ code: 'REFERRED_BEFORE' }] },
    ]);
  });
});
