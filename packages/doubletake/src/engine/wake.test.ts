import type { Engine } from '@doubletake/scoring';
import { expect, test } from 'vitest';
import { DAY, HELD_AT, told } from '../../../../test/support/held-reward.ts';
import { shippedParts } from '../../../../test/support/shipped-parts.ts';
import { createEngine } from './engine.ts';
import type { EngineParts } from './parts.ts';

const parts = (clock: EngineParts['clock'] = () => HELD_AT): EngineParts => shippedParts(clock);

test('a decision is given by one wake alone, however many run at once', async () => {
  const shared = parts();
  const engines = [createEngine(shared), createEngine(shared), createEngine(shared)];
  await engines[0]?.recordMany([1, 2, 3, 4].flatMap((n) => told(n)));
  const given = await Promise.all(engines.map((engine) => engine.wake()));
  expect(given.flat().map(({ rewardId }) => rewardId)).toHaveLength(4);
  expect(new Set(given.flat().map(({ rewardId }) => rewardId))).toEqual(
    new Set(['r1', 'r2', 'r3', 'r4']),
  );
  expect(await engines[0]?.wake()).toEqual([]);
});

test('a clock that is put back by a day between two wakes loses no screening and makes none twice', async () => {
  let now = HELD_AT - 10 * DAY;
  const shared = parts(() => now);
  const engine = createEngine(shared);
  // As told, but asked for while the hold window still runs.
  const events = told().map((event) =>
    'type' in event && event.type === 'reward.due'
      ? { ...event, at: new Date(HELD_AT - 19 * DAY).toISOString() }
      : event,
  );
  await engine.recordMany(events);
  now = HELD_AT - 19 * DAY;
  const [waiting] = await engine.wake();
  expect(waiting).toMatchObject({ action: 'wait' });
  const { until = 0 } = waiting ?? {};
  now = until - 1;
  expect(await engine.wake()).toEqual([]);
  now -= DAY;
  expect(await engine.wake()).toEqual([]);
  now = until;
  expect(await engine.wake()).toMatchObject([{ action: 'review', at: until }]);
  now -= DAY;
  expect(await engine.wake()).toEqual([]);
  now = until + DAY;
  expect(await engine.wake()).toEqual([]);
  expect(await shared.ledger.decisionsOn('r1')).toHaveLength(2);
});

test.each(['before', 'after'] as const)(
  'what a wake that died %s it committed owed is decided once',
  async (dies) => {
    const shared = parts();
    const { ledger } = shared;
    const commitMany: typeof ledger.commitMany = async (writes) => {
      if (dies === 'after') await ledger.commitMany(writes);
      throw new Error('killed');
    };
    const killed = createEngine({ ...shared, ledger: { ...ledger, commitMany } });
    await killed.recordMany([1, 2].flatMap((n) => told(n)));
    await expect(killed.wake()).rejects.toThrow('killed');
    const engine = createEngine(shared);
    expect(await engine.wake()).toHaveLength(dies === 'before' ? 2 : 0);
    expect(await engine.wake()).toEqual([]);
    for (const id of ['r1', 'r2']) expect(await ledger.decisionsOn(id)).toHaveLength(1);
    expect(await ledger.timers(HELD_AT, 10)).toEqual([]);
  },
);

/** An engine whose wakes take up one reward at a time, and fail before the third. */
function failing(shared: EngineParts): Engine {
  const { ledger } = shared;
  let rounds = 0;
  const timers: typeof ledger.timers = async (until) => {
    rounds += 1;
    if (rounds === 3) throw new Error('the server is gone');
    return ledger.timers(until, 1);
  };
  return createEngine({ ...shared, ledger: { ...ledger, timers } });
}

test('what a wake kept before it failed is given by it, and the rest by the next', async () => {
  const shared = parts();
  const engine = failing(shared);
  await engine.recordMany([1, 2, 3, 4].flatMap((n) => told(n)));
  const given = await engine.wake();
  expect(given).toHaveLength(2);
  const rest = await engine.wake();
  expect(new Set([...given, ...rest].map(({ rewardId }) => rewardId)).size).toBe(4);
});

test('who hears of each round is told of those before a failure, and of the failure', async () => {
  const engine = failing(parts());
  await engine.recordMany([1, 2, 3, 4].flatMap((n) => told(n)));
  const heard: number[] = [];
  await expect(
    engine.wake({ told: (decisions) => void heard.push(decisions.length) }),
  ).rejects.toThrow('the server is gone');
  expect(heard).toEqual([1, 1]);
});

test('a round that fails after some of it was kept gives those', async () => {
  const shared = parts();
  const { ledger } = shared;
  let reads = 0;
  const readMany: typeof ledger.readMany = async (...asked) => {
    reads += 1;
    if (reads > 1) throw new Error('the server is gone');
    return ledger.readMany(...asked);
  };
  // Another process is first with one of two.
  const commitMany: typeof ledger.commitMany = async ([first, ...beaten]) => [
    ...(first === undefined ? [] : await ledger.commitMany([first])),
    ...beaten.map(() => ({ outcome: 'overtaken' }) as const),
  ];
  const engine = createEngine({ ...shared, ledger: { ...ledger, readMany, commitMany } });
  await engine.recordMany([1, 2].flatMap((n) => told(n)));
  expect(await engine.wake()).toHaveLength(1);
  expect(await createEngine(shared).wake()).toHaveLength(1);
});

test('a caller’s trigger that is the id of what is told later swallows none of it', async () => {
  const engine = createEngine(parts());
  await engine.recordMany(told(1));
  const before = await engine.screen('r1', { trigger: 'undone' });
  const [undone] = told(1)
    .filter((event) => 'type' in event && event.type === 'order.updated')
    .map((event) => ({
      ...event,
      id: 'undone',
      at: new Date(HELD_AT - DAY).toISOString(),
      status: 'cancelled',
    }));
  await engine.record(undone);
  expect(await engine.wake()).toMatchObject([{ rewardId: 'r1', action: 'void' }, {}]);
  expect(await engine.screen('r1', { trigger: 'undone' })).toEqual(before);
  expect(await engine.wake()).toEqual([]);
});
