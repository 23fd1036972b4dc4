import type { Decision } from '@doubletake/scoring';
import { beforeEach, describe, expect, it } from 'vitest';
import { DAY, HELD_AT, told } from '../../../../test/support/held-reward.ts';
import { openDoubletake, type OpenDoubletake } from '../open-doubletake.ts';

let now: number;
let engine: OpenDoubletake;
let events: number;

beforeEach(async () => {
  now = HELD_AT;
  events = 0;
  engine = await openDoubletake({ clock: () => now });
  await engine.recordMany(told());
});

/** A person concludes the case that stands open on the reward. */
async function concludes(outcome: 'release' | 'block'): Promise<void> {
  const { desk } = engine.parts.ledger;
  const filter = { id: 'r1', states: ['open', 'escalated'] } as const;
  const caseId = (await desk.page({ filter })).cases[0]?.case.caseId ?? '';
  const answer = await engine.decide({
    caseId,
    by: 'lea',
    commandId: `c${(events += 1)}`,
    outcome,
    reason: outcome === 'release' ? 'REVIEWED_GENUINE' : 'REVIEWED_SAME_PERSON',
    label: outcome === 'release' ? 'honest' : 'fraud',
    scoreVisible: true,
  });
  expect(answer).toMatchObject({ ok: true });
  now += 10_000;
}

/** Something happens a day later; what is decided on it. */
async function then(...what: readonly object[]): Promise<readonly Decision[]> {
  now += DAY;
  const at = new Date(now).toISOString();
  await engine.recordMany(what.map((event) => ({ id: `then-${(events += 1)}`, at, ...event })));
  return engine.wake();
}

const DUE = { type: 'reward.due', rewardId: 'r1' };
const paysWith = (accountId: string): object => ({
  type: 'account.observed',
  accountId,
  payment: { kind: 'card', fingerprint: 'one-card' },
});

/** They turn out to live together. */
const sharingHome = ['ann1', 'bob1'].map((accountId) => ({
  type: 'account.observed',
  accountId,
  address: { lines: ['12 High St Apt 4'], city: 'Springfield', postalCode: '12345', country: 'US' },
}));
/** Another reward of the same beneficiary. */
const toAnn1 = (event: object): object =>
  'beneficiaryId' in event ? { beneficiaryId: 'ann1' } : {};

const openCases = async (): Promise<number> =>
  (await engine.parts.ledger.desk.page({ filter: { id: 'r1' } })).cases.length;

describe('what a person decided stands', () => {
  it('a release, however often it is asked for again', async () => {
    expect(await engine.wake()).toMatchObject([{ action: 'review' }]);
    await concludes('release');
    expect(await engine.wake()).toMatchObject([{ stage: 'review', action: 'pay' }]);
    for (const event of [DUE, { type: 'reward.paid', rewardId: 'r1' }, DUE])
      for (const decision of await then(event))
        expect(decision).toMatchObject({ outcome: 'release', action: 'pay' });
    expect(await openCases()).toBe(0);
  });

  it('a release, until a rule speaks that was silent then', async () => {
    await engine.wake();
    await concludes('release');
    await engine.wake();
    expect(await then(paysWith('ann1'), paysWith('bob1'), DUE)).toMatchObject([
      { outcome: 'block', action: 'claw_back', reasons: [{ code: 'SHARED_PAYMENT_INSTRUMENT' }] },
    ]);
  });

  it('a release never against the terms', async () => {
    await engine.wake();
    await concludes('release');
    await engine.wake();
    const order = { type: 'order.updated', orderId: 'o1', accountId: 'bob1' };
    expect(await then({ ...order, status: 'refunded' })).toMatchObject([{ action: 'claw_back' }]);
  });

  it('a release of what was paid before, which was let go when it was', async () => {
    await engine.recordMany(told(2).map((event) => ({ ...event, ...toAnn1(event) })));
    const tally = async () => (await engine.parts.ledger.read('r2', now))?.tally;
    await engine.wake();
    await concludes('release');
    await engine.wake();
    const before = await tally();
    expect(before).toMatchObject({ lifetime: 1, last30d: 1, firstAt: now });
    now += 40 * DAY;
    expect(await then(...sharingHome, DUE)).toMatchObject([
      { stage: 'post_payout', action: 'review' },
    ]);
    await concludes('release');
    expect(await engine.wake()).toMatchObject([{ stage: 'review', action: 'pay' }]);
    expect(await tally()).toEqual({ ...before, last30d: 0 });
  });

  it('a block, until a person releases it', async () => {
    await engine.wake();
    await concludes('block');
    const [blocked] = await engine.wake();
    expect(blocked).toMatchObject({ action: 'void' });
    expect(await then(DUE)).toMatchObject([
      { outcome: 'block', action: 'void', reasons: [{ code: 'REVIEWED_SAME_PERSON' }] },
    ]);
    const { caseId = '' } = blocked?.review ?? {};
    await engine.parts.ledger.desk.act({ do: 'reopen', caseId, by: 'kim', at: now, reason: 'x' });
    await concludes('release');
    expect(await engine.wake()).toMatchObject([{ stage: 'review', action: 'pay' }]);
    expect(await then(DUE)).toMatchObject([{ outcome: 'release', action: 'pay' }]);
  });
});

it('a reward that was taken back leaves no case behind', async () => {
  await engine.wake();
  expect(await openCases()).toBe(1);
  expect(await then({ type: 'reward.reversed', rewardId: 'r1' })).toEqual([]);
  expect(await openCases()).toBe(0);
});
