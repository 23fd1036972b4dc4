import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Decision } from '@doubletake/scoring';
import { expect, test } from 'vitest';
import { stay, told } from '../../../../test/support/friends-of-ann.ts';
import { shippedParts } from '../../../../test/support/shipped-parts.ts';
import { createEngine } from './engine.ts';
import type { EngineParts } from './parts.ts';
import { screenAll } from './screen.ts';
import { screenBatches } from './screen-batches.ts';

const FRIENDS = ['bob', 'carla', 'dmitri', 'elena', 'farid', 'greta', 'hugo', 'ines', 'jan'];
const NOW = Date.UTC(2026, 1, 20);

/** The referrer's reward for each friend, and another channel's for some of the same orders. */
const EVENTS = told(FRIENDS).flatMap((event): readonly object[] => {
  if (!('rewardId' in event)) return [event];
  const again = { ...event, rewardId: `again-${String(event.rewardId)}`, channel: 'affiliate' };
  return [event, { ...again, id: again.rewardId, beneficiaryId: 'ann' }];
});
const REWARDS = FRIENDS.flatMap((friend) => [`w-${friend}`, `again-w-${friend}`]);

async function filled(): Promise<EngineParts> {
  const parts = shippedParts(() => NOW);
  await createEngine(parts).recordMany(EVENTS);
  return parts;
}

const asksFor = (trigger: string, rewardIds: readonly string[] = REWARDS) =>
  rewardIds.map((rewardId) => ({ rewardId, trigger, at: NOW }));

const throwing = (_: unknown, error: unknown): never => {
  throw error;
};

async function inBatches(
  parts: EngineParts,
  asks: ReturnType<typeof asksFor>,
  size: number,
): Promise<readonly (Decision | undefined)[]> {
  const batches = Array.from({ length: Math.ceil(asks.length / size) }, (_, nth) =>
    asks.slice(nth * size, (nth + 1) * size),
  );
  const answers = await screenBatches(parts, batches, throwing);
  return asks.map(({ rewardId }, nth) => answers[Math.floor(nth / size)]?.get(rewardId)?.decision);
}

async function oneByOne(
  parts: EngineParts,
  asks: ReturnType<typeof asksFor>,
): Promise<readonly (Decision | undefined)[]> {
  const answers: (Decision | undefined)[] = [];
  for (const ask of asks) answers.push((await screenAll(parts, [ask])).get(ask.rewardId)?.decision);
  return answers;
}

test.each([1, 2, 3, 5])(
  'batches of %i rewards decide as one reward after the other, whatever was decided before',
  async (size) => {
    const [many, single] = [await filled(), await filled()];
    const cancelled = [stay('carla', 'cancelled', 30), stay('hugo', 'cancelled', 31)];
    for (const [trigger, meanwhile] of [
      ['first', []],
      ['first', []],
      ['second', cancelled],
      ['third', []],
    ] as const) {
      for (const parts of [many, single]) await createEngine(parts).recordMany(meanwhile);
      const expected = await oneByOne(single, asksFor(trigger));
      expect(await inBatches(many, asksFor(trigger), size)).toEqual(expected);
    }
    const actions = (await oneByOne(single, asksFor('third'))).map((decision) => decision?.action);
    expect(new Set(actions).size).toBeGreaterThan(1);
  },
);

test('a batch that another process beat is decided again, and so is the one made upon it', async () => {
  const [many, other] = [await filled(), await filled()];
  // Somebody else pays for two of the orders through the other channel while the first batch is kept.
  let kept = 0;
  const commitMany: typeof many.ledger.commitMany = async (writes) => {
    kept += 1;
    if (kept === 1) await screenAll(many, asksFor('meanwhile', ['again-w-bob', 'again-w-carla']));
    return many.ledger.commitMany(writes);
  };
  const slow = { ...many, ledger: { ...many.ledger, commitMany } };
  const asks = asksFor('payout', ['w-bob', 'w-carla', 'w-dmitri', 'again-w-elena']);
  const decided = await inBatches(slow, asks, 1);
  await screenAll(other, asksFor('meanwhile', ['again-w-bob', 'again-w-carla']));
  expect(decided).toEqual(await oneByOne(other, asks));
});

test('a batch is read once the one before the last is kept, while the last is decided, before it is kept', async () => {
  const parts = await filled();
  const order: string[] = [];
  const readMany: typeof parts.ledger.readMany = async (rewardIds, asOf) => {
    order.push(`read ${rewardIds.join()}`);
    return parts.ledger.readMany(rewardIds, asOf);
  };
  const commitMany: typeof parts.ledger.commitMany = async (writes) => {
    const named = writes.map(({ decision }) => decision.rewardId).join();
    order.push(`keep ${named}`);
    // As long as a database takes.
    await nextTurn();
    const kept = await parts.ledger.commitMany(writes);
    order.push(`kept ${named}`);
    return kept;
  };
  const gatherMany: typeof parts.graph.gatherMany = async (questions, reached) => {
    order.push('decide');
    return parts.graph.gatherMany(questions, reached);
  };
  const ledger = { ...parts.ledger, readMany, commitMany };
  const seen = { ...parts, ledger, graph: { ...parts.graph, gatherMany } };
  await inBatches(seen, asksFor('payout', ['w-bob', 'w-carla', 'w-dmitri', 'w-elena']), 1);
  const turn = (name: string, before: string, next: string | undefined) => {
    expect(order.indexOf(`keep ${name}`)).toBeGreaterThan(order.indexOf(`kept ${before}`));
    if (next === undefined) return;
    expect(order.indexOf(`read ${next}`)).toBeGreaterThan(order.indexOf(`kept ${before}`));
    expect(order.indexOf(`read ${next}`)).toBeLessThan(order.indexOf(`keep ${name}`));
  };
  turn('w-bob', 'nobody', 'w-carla');
  turn('w-carla', 'w-bob', 'w-dmitri');
  turn('w-dmitri', 'w-carla', 'w-elena');
  turn('w-elena', 'w-dmitri', undefined);
  // The first two before anything is decided, for want of anything else to do.
  expect(order.slice(0, 3)).toEqual(['read w-bob', 'read w-carla', 'decide']);
});

test('a batch that failed costs those after it nothing', async () => {
  const parts = await filled();
  let kept = 0;
  const commitMany: typeof parts.ledger.commitMany = async (writes) => {
    kept += 1;
    if (kept === 2) throw new Error('no answer');
    return parts.ledger.commitMany(writes);
  };
  const batches = ['w-bob', 'w-carla', 'w-dmitri'].map((rewardId) => asksFor('payout', [rewardId]));
  const failing = { ...parts, ledger: { ...parts.ledger, commitMany } };
  const answers = await screenBatches(failing, batches, () => new Map());
  expect(answers.map((answer) => answer.size)).toEqual([1, 0, 1]);
  const [expected] = (await oneByOne(await filled(), [...asksFor('payout', ['w-bob'])])).slice(
    0,
    1,
  );
  expect(answers[0]?.get('w-bob')?.decision).toEqual(expected);
});

test('a reward that is named again far behind counts once', async () => {
  const [once, twice] = [await filled(), await filled()];
  const wanted = FRIENDS.map((friend) => `w-${friend}`);
  // More than one batch holds lies between.
  const between = Array.from({ length: 300 }, (_, nth) => `nobody-${nth}`);
  const again = [...wanted.slice(0, 4), ...between, ...wanted];
  const options = { trigger: 'command:a', at: NOW };
  const expected = await createEngine(once).screenMany(wanted, options);
  const answers = await createEngine(twice).screenMany(again, options);
  expect(answers.slice(-wanted.length)).toEqual(expected);
  expect(answers.slice(0, 4)).toEqual(expected.slice(0, 4));
  expect(answers.slice(4, -wanted.length).every((answer) => answer === undefined)).toBe(true);
});

test('a call that is asked again, its answer lost, reckons nothing ahead once it has seen that all was kept', async () => {
  const parts = await filled();
  const expected = await inBatches(parts, asksFor('payout'), 3);
  let gathered = 0;
  const gatherMany: typeof parts.graph.gatherMany = async (questions, reached) => {
    gathered += questions.length;
    return parts.graph.gatherMany(questions, reached);
  };
  const counting = { ...parts, graph: { ...parts.graph, gatherMany } };
  expect(await inBatches(counting, asksFor('payout'), 3)).toEqual(expected);
  await nextTurn();
  // What was looked ahead to once, before it had.
  expect(gathered).toBe(REWARDS.length + 3);
});
