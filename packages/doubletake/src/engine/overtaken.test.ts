import { memoryIdentityGraph } from '@doubletake/graph';
import { memoryLedger } from '@doubletake/ledger';
import { programmeOf, type Engine } from '@doubletake/scoring';
import { beforeEach, expect, test } from 'vitest';
import { passingHashing } from '../hashing.ts';
import { defaultRulesDir, loadRules, policyOf } from '../rules-folder.ts';
import { createEngine } from './engine.ts';
import type { EngineParts } from './parts.ts';

const on = (day: number): string => new Date(Date.UTC(2026, 0, day)).toISOString();
const NOW = Date.UTC(2026, 1, 20);

/** One referrer, some friends, one reward for each. */
const told = (friends: readonly string[]): readonly object[] => [
  {
    id: 'ann',
    type: 'account.observed',
    at: on(1),
    accountId: 'ann',
    createdAt: '2024-01-01T00:00:00Z',
    email: 'ann.lee@gmail.com',
  },
  ...friends.flatMap((friend) => [
    {
      id: friend,
      type: 'account.observed',
      at: on(2),
      accountId: friend,
      createdAt: on(2),
      email: `${friend}@gmail.com`,
    },
    {
      id: `f-${friend}`,
      type: 'referral.attributed',
      at: on(2),
      referralId: `f-${friend}`,
      programmeId: 'finders-fee',
      referrerId: 'ann',
      refereeId: friend,
    },
    stay(friend, 'completed', 4),
    {
      id: `w-${friend}`,
      type: 'reward.accrued',
      at: on(4),
      rewardId: `w-${friend}`,
      programmeId: 'finders-fee',
      referralId: `f-${friend}`,
      orderId: `o-${friend}`,
      beneficiaryId: 'ann',
      side: 'referrer',
      channel: 'referral',
      kind: 'cash',
      amount: { minor: 2000, currency: 'EUR' },
    },
  ]),
];

const stay = (friend: string, status: string, day: number): object => ({
  id: `o-${friend}-${status}`,
  type: 'order.updated',
  at: on(day),
  orderId: `o-${friend}`,
  accountId: friend,
  status,
});

let parts: EngineParts;
beforeEach(() => {
  const loaded = loadRules(defaultRulesDir());
  if (!loaded.ok) throw new Error('the rules that come with the package have problems');
  parts = {
    ledger: memoryLedger(),
    graph: memoryIdentityGraph(),
    policy: policyOf(loaded.value),
    hashing: passingHashing(),
    clock: () => NOW,
    newId: () => 'id',
  };
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
