import { CASE_STATES, type Decision } from '@doubletake/scoring';
import { beforeEach, describe, expect, it } from 'vitest';
import { approved } from '../../../../test/support/held-case.ts';
import { DAY, HELD_AT, told } from '../../../../test/support/held-reward.ts';
import { allowanceIdOf } from './allowance-id.ts';
import { openDoubletake, type OpenDoubletake } from '../open-doubletake.ts';

let now: number;
let engine: OpenDoubletake;
let events: number;

beforeEach(async () => {
  now = HELD_AT;
  events = 0;
  engine = await openDoubletake({ clock: () => now });
  await engine.recordMany(told());
  expect(await engine.wake()).toMatchObject([{ action: 'review' }]);
});

const states = CASE_STATES.filter((state) => state !== 'closed');
const onDesk = async () =>
  (await engine.parts.ledger.desk.page({ filter: { id: 'r1', states } })).cases[0]?.case;

/** A person concludes the case; nothing is settled yet. */
async function concludes(outcome: 'release' | 'block', more: object = {}): Promise<void> {
  const { caseId = '' } = (await onDesk()) ?? {};
  const answer = await engine.decide({
    caseId,
    by: 'lea',
    commandId: `c${(events += 1)}`,
    outcome,
    reason: outcome === 'release' ? 'REVIEWED_GENUINE' : 'REVIEWED_SAME_PERSON',
    scoreVisible: true,
    ...more,
  });
  expect(answer).toMatchObject({ ok: true });
}

/** Told while the conclusion could still be undone. */
const meanwhile = async (...what: readonly object[]): Promise<void> => {
  const at = new Date(now - DAY).toISOString();
  await engine.recordMany(what.map((event) => ({ id: `told-${(events += 1)}`, at, ...event })));
};

const settled = async (): Promise<readonly Decision[]> => {
  now += 60_000;
  return engine.wake();
};

const accrual = told().find((event) => 'beneficiaryId' in event);
const link = told().find((event) => 'referrerId' in event);
/** The same accrual, told of an earlier instant: that one counts. */
const accruedAs = (more: object): object => ({
  ...accrual,
  id: 'accrued-before',
  at: new Date(HELD_AT - 25 * DAY).toISOString(),
  ...more,
});
const worth = (minor: number): object => accruedAs({ amount: { minor, currency: 'EUR' } });
/** The same referral, likewise. */
const referredBy = (referrerId: string): object => ({
  ...link,
  id: 'referred-before',
  at: new Date(HELD_AT - 29.5 * DAY).toISOString(),
  referrerId,
});
const onOneCard = ['ann1', 'bob1'].map((accountId) => ({
  type: 'account.observed',
  accountId,
  payment: { kind: 'card', fingerprint: 'one-card' },
}));
const fromOneHome = ['ann1', 'bob1'].map((accountId) => ({
  type: 'account.observed',
  accountId,
  address: { lines: ['12 High St Apt 4'], city: 'Springfield', postalCode: '12345', country: 'US' },
}));

describe('a release is for what the person looked at', () => {
  it('not for a reward that has become worth more, which two must release', async () => {
    await concludes('release');
    await meanwhile(worth(900_000));
    for (const decision of await settled())
      expect(decision).toMatchObject({ stage: 'due', outcome: 'hold', action: 'review' });
    expect(await onDesk()).toMatchObject({ state: 'open', amount: { minor: 900_000 } });
    expect(await onDesk()).not.toHaveProperty('conclusion');
    await concludes('release');
    expect(await onDesk()).toMatchObject({ state: 'awaiting_second' });
    expect(await settled()).toEqual([]);
  });

  it('for one that has become worth less', async () => {
    await concludes('release');
    await meanwhile(worth(900));
    expect(await settled()).toMatchObject([{ stage: 'review', action: 'pay' }, { action: 'pay' }]);
  });

  it('not against a rule that was silent then and holds: it is looked at again, with that before them', async () => {
    await concludes('release');
    const before = await onDesk();
    await meanwhile(...fromOneHome);
    expect(await settled()).toMatchObject([{ stage: 'due', outcome: 'hold', action: 'review' }]);
    const { rules = [], ...open } = (await onDesk()) ?? {};
    expect(open).toMatchObject({ state: 'open', caseId: before?.caseId, revised: true });
    expect(rules).toContain('four-controls/shared-address');
    await concludes('release');
    expect(await settled()).toMatchObject([{ stage: 'review', action: 'pay' }]);
  });

  it('not against a block marked final, whatever exception was asked for with it', async () => {
    const expiresAt = now + 30 * DAY;
    const { caseId = '' } = (await onDesk()) ?? {};
    await concludes('release', { allowance: { reason: 'one household', expiresAt } });
    await approved(engine.parts, caseId, 'c1');
    await meanwhile(...onOneCard);
    expect(await settled()).toMatchObject([{ stage: 'due', outcome: 'block', action: 'void' }]);
    expect(await onDesk()).toBeUndefined();
    expect(await engine.parts.ledger.read('r1', now)).not.toHaveProperty('allowance');
  });

  it('and what was set aside is told so, and no label of the reward', async () => {
    await concludes('release');
    await meanwhile(...fromOneHome);
    await settled();
    const { caseId = '' } = (await onDesk()) ?? {};
    expect(await engine.parts.ledger.desk.conclusions(caseId)).toMatchObject([
      { by: 'lea', outcome: 'release', status: 'overtaken', about: { amount: { minor: 1500 } } },
    ]);
    const acts = await engine.parts.ledger.audit.entries({ subject: `case:${caseId}`, limit: 9 });
    expect(acts.map(({ action }) => action)).toContain('case.set_aside');
    expect((await engine.parts.ledger.read('r1', now))?.reward).not.toHaveProperty('label');
  });
});

describe('what was concluded of some people is carried out for nobody else', () => {
  const expiresAt = HELD_AT + 30 * DAY;
  const allowance = { reason: 'one household', expiresAt };
  const others = [
    { note: 'another beneficiary', found: [accruedAs({ beneficiaryId: 'eve1' })] },
    { note: 'another referrer', found: [referredBy('eve1')] },
    {
      note: 'another referrer, who is rewarded',
      found: [referredBy('eve1'), accruedAs({ beneficiaryId: 'eve1' })],
    },
    { note: 'another referee', found: [{ ...referredBy('ann1'), refereeId: 'eve1' }] },
  ];

  // On the same device: no rule speaks that the person did not know.
  beforeEach(async () => {
    const ann = told().find((event) => 'accountId' in event && event.accountId === 'ann1');
    await engine.recordMany([{ ...ann, id: 'eve1', accountId: 'eve1' }]);
  });

  it.each(others)('no release, nor the exception with it: $note', async ({ found }) => {
    const { caseId = '' } = (await onDesk()) ?? {};
    await concludes('release', { allowance });
    await meanwhile(...found);
    await approved(engine.parts, caseId, 'c1');
    for (const decision of await settled()) expect(decision).not.toHaveProperty('review');
    expect(await onDesk()).toMatchObject({ state: 'open', revised: true });
    const record = await engine.parts.ledger.read('r1', now);
    expect(record).not.toHaveProperty('allowance');
    expect(record?.reward).not.toHaveProperty('label');
  });

  it.each(others)(
    'an exception granted before a failure ends with it: $note',
    async ({ found }) => {
      const { caseId = '' } = (await onDesk()) ?? {};
      await concludes('release', { allowance });
      await approved(engine.parts, caseId, 'c1');
      const { ledger } = engine.parts;
      const ofPair = { referrerId: 'ann1', refereeId: 'bob1', owner: 'lea' };
      await ledger.allow({ ...ofPair, ...allowance, allowanceId: allowanceIdOf('c1') }, now);
      await meanwhile(...found);
      await settled();
      const { rows = [] } =
        (await ledger.overviews.overview('ann1', { at: now, limit: 5 }))?.allowances ?? {};
      expect(rows).toMatchObject([{ refereeId: 'bob1', endedAt: now }]);
      expect(await onDesk()).toMatchObject({ state: 'open', revised: true });
    },
  );

  it.each(others)('no block, which would call them fraud: $note', async ({ found }) => {
    await concludes('block');
    await meanwhile(...found);
    for (const decision of await settled()) {
      expect(decision).toMatchObject({ stage: 'due' });
      expect(decision.reasons.map(({ code }) => code)).not.toContain('REVIEWED_SAME_PERSON');
    }
    const { caseId = '', ...open } = (await onDesk()) ?? {};
    expect(open).toMatchObject({ state: 'open', revised: true });
    expect((await engine.parts.ledger.read('r1', now))?.reward).not.toHaveProperty('label');
    const acts = await engine.parts.ledger.audit.entries({ subject: `case:${caseId}`, limit: 9 });
    expect(acts.map(({ action }) => action)).toContain('case.set_aside');
  });

  it('no release in another programme, and a block in any', async () => {
    const elsewhere = accruedAs({ programmeId: 'finders-fee' });
    await concludes('block');
    await meanwhile(elsewhere);
    expect((await settled())[0]).toMatchObject({ stage: 'review', action: 'void' });
    engine = await openDoubletake({ clock: () => now });
    await engine.recordMany(told());
    await engine.wake();
    await concludes('release');
    await meanwhile(elsewhere);
    for (const decision of await settled()) expect(decision).not.toHaveProperty('review');
  });

  it('an account that became part of another is nobody else', async () => {
    const { records } = engine.parts.ledger;
    await engine.recordMany([
      {
        id: 'ann2',
        type: 'account.observed',
        at: new Date(now - DAY).toISOString(),
        accountId: 'ann2',
        email: 'ann@example.org',
      },
    ]);
    const { caseId = '' } = (await onDesk()) ?? {};
    await concludes('release', { allowance });
    await approved(engine.parts, caseId, 'c1');
    const merged = await records.merge({ accountId: 'ann1', intoId: 'ann2', by: 'lea' }, now);
    expect(merged).toMatchObject({ outcome: 'merged' });
    expect((await settled())[0]).toMatchObject({ stage: 'review', action: 'pay' });
    const record = await engine.parts.ledger.read('r1', now);
    expect(record).toMatchObject({ allowance: { referrerId: 'ann2', refereeId: 'bob1' } });
  });
});

it.each([
  ['worth more', [worth(900_000)]],
  ['one card', onOneCard],
])('a block stands whatever is found: %s', async (_, found) => {
  await concludes('block');
  await meanwhile(...found);
  const [first, ...later] = await settled();
  expect(first).toMatchObject({ stage: 'review', outcome: 'block', action: 'void' });
  for (const decision of later) expect(decision).toMatchObject({ action: 'void' });
});
