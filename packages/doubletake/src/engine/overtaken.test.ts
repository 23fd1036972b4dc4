import { DAY, programmeOf, type Engine } from '@doubletake/scoring';
import { beforeEach, expect, test } from 'vitest';
import { stay, told } from '../../../../test/support/friends-of-ann.ts';
import { withRule } from '../../../../test/support/own-rule.ts';
import { shippedParts } from '../../../../test/support/shipped-parts.ts';
import { createEngine } from './engine.ts';
import type { EngineParts } from './parts.ts';

const NOW = Date.UTC(2026, 1, 20);

let parts: EngineParts;
beforeEach(() => {
  parts = shippedParts(() => NOW);
});

/** The same stores, asked by a process that does something else between reading and keeping. */
function interrupted(meanwhile: () => Promise<unknown>): Engine {
  let work: (() => Promise<unknown>) | undefined = meanwhile;
  const { graph } = parts;
  const gatherMany: typeof graph.gatherMany = async (...asked) => {
    const gathered = await graph.gatherMany(...asked);
    const first = work;
    work = undefined;
    await first?.();
    return gathered;
  };
  return createEngine({ ...parts, graph: { ...graph, gatherMany } });
}

test('a screening that was slow pays nothing that another found cancelled meanwhile', async () => {
  const engine = createEngine(parts);
  await engine.recordMany(told(['bob']));
  const slow = interrupted(async () => {
    await engine.record(stay('bob', 'cancelled', 30));
    expect(await engine.wake()).toMatchObject([{ action: 'void' }]);
  });
  expect(await slow.screen('w-bob')).toMatchObject({ action: 'void' });
});

const at = new Date(NOW - 60_000).toISOString();

test.each<{ note: string; happens: (engine: Engine) => Promise<unknown>; code: string }>([
  {
    note: 'its order cancelled',
    happens: async (engine) => engine.record(stay('bob', 'cancelled', 30)),
    code: 'ORDER_UNDONE',
  },
  {
    note: 'it was taken back',
    happens: async (engine) =>
      engine.record({ id: 'back', type: 'reward.reversed', at, rewardId: 'w-bob' }),
    code: 'REWARD_REVERSED',
  },
  {
    note: 'another paid for its order',
    happens: async (engine) => {
      const accrual = told(['bob']).find((event) => 'beneficiaryId' in event);
      const other = { ...accrual, id: 'other', rewardId: 'other', channel: 'affiliate' };
      const paid = { id: 'paid', type: 'reward.paid', at, rewardId: 'other' };
      await engine.recordMany([other, paid]);
    },
    code: 'PAID_FOR_ORDER',
  },
  {
    note: 'its pair is one account',
    happens: async () =>
      parts.ledger.records.merge({ accountId: 'bob', intoId: 'ann', by: 'lea' }, NOW),
    code: 'SAME_ACCOUNT',
  },
])('a screening pays nothing that was told meanwhile: $note', async ({ happens, code }) => {
  const engine = createEngine(parts);
  await engine.recordMany(told(['bob']));
  const slow = interrupted(async () => happens(engine));
  expect(await slow.screen('w-bob')).toMatchObject({ action: 'void', reasons: [{ code }] });
  expect((await parts.ledger.read('w-bob', NOW))?.claim?.rewardId).not.toBe('w-bob');
});

test('screenings at the same moment release no more than the cap', async () => {
  const engine = createEngine(parts);
  const friends = ['bob', 'carla', 'dmitri', 'elena', 'farid', 'greta', 'hugo', 'ines'];
  await engine.recordMany(told(friends));
  const decisions = await Promise.all(
    friends.map(async (friend) => engine.screen(`w-${friend}`, { trigger: 'payout' })),
  );
  const released = decisions.filter((decision) => decision?.action === 'pay');
  expect(released).toHaveLength(programmeOf(parts.policy, 'finders-fee').caps.firstMonth ?? -1);
  const codes = decisions.flatMap((decision) => decision?.reasons.map(({ code }) => code));
  expect(new Set(codes)).toEqual(new Set(['FIRST_MONTH_CAP']));
});

test('what was released long ago, and is taken back meanwhile, makes no room in this month', async () => {
  const friends = ['bob', 'carla', 'dmitri', 'elena', 'farid', 'greta', 'hugo', 'ines', 'jo'];
  const month = [...friends, 'kim', 'lena'];
  const earlier = createEngine({ ...parts, clock: () => NOW - 31 * DAY });
  await earlier.recordMany(told(['old']));
  await earlier.screen('w-old');
  const engine = createEngine(parts);
  await engine.recordMany(told(month));
  const released = await engine.screenMany(friends.map((friend) => `w-${friend}`));
  expect(released.map((decision) => decision?.action)).toEqual(friends.map(() => 'pay'));
  const slow = interrupted(async () => {
    expect(await engine.screen('w-kim')).toMatchObject({ action: 'pay' });
    await engine.record({ id: 'back', type: 'reward.reversed', at, rewardId: 'w-old' });
  });
  const last = await slow.screen('w-lena');
  expect(last?.reasons.map(({ code }) => code)).toContain('REWARD_CAP');
});

const SPENT = {
  name: 'spent',
  description: 'No more than 40 EUR a year.',
  mode: 'live',
  conditions: {
    all: [
      { fact: 'reward.paid', operator: 'equal', value: false },
      { fact: 'beneficiary.rewarded365dMinor', operator: 'greaterThanInclusive', value: 4000 },
    ],
  },
  event: { type: 'hold', params: { reason: 'REWARD_CAP' } },
} as const;

test('screenings at the same moment pay no more than a rule on the sum of them allows', async () => {
  parts = { ...parts, policy: withRule(parts.policy, SPENT) };
  const engine = createEngine(parts);
  const friends = [
    'bob',
    'carla',
    'dmitri',
    'elena',
    'farid',
    'greta',
    'hugo',
    'ines',
    'jo',
    'kim',
  ];
  await engine.recordMany(told(friends));
  const ids = friends.map((friend) => `w-${friend}`);
  const each = ids.map(async (id) => [await engine.screen(id, { trigger: 'payout' })]);
  const decisions = (await Promise.all([...each, engine.screenMany(ids)])).flat();
  const released = decisions.filter((decision) => decision?.action === 'pay');
  expect(new Set(released.map((decision) => decision?.rewardId)).size).toBe(2);
  const rules = decisions.flatMap((decision) => decision?.determiningRules ?? []);
  expect(new Set(rules)).toEqual(new Set(['evidence/spent']));
});

test('many screenings of one reward at the same moment all come to an end', async () => {
  const engine = createEngine(parts);
  await engine.recordMany(told(['bob']));
  const asked = Array.from({ length: 30 }, async (_, n) =>
    engine.screen('w-bob', { trigger: `job-${n}` }),
  );
  const decisions = await Promise.all(asked);
  expect(new Set(decisions.map((decision) => decision?.action))).toEqual(new Set(['pay']));
  expect(decisions.filter((decision) => decision?.stage === 'due')).toHaveLength(1);
});
