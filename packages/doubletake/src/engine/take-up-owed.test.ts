import { LedgerError } from '@doubletake/ledger';
import type { Engine } from '@doubletake/scoring';
import { beforeEach, expect, test } from 'vitest';
import { HELD_AT, told } from '../../../../test/support/held-reward.ts';
import { shippedParts } from '../../../../test/support/shipped-parts.ts';
import { createEngine } from './engine.ts';
import type { EngineParts } from './parts.ts';

const REWARDS = ['r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7', 'r8', 'r9'];

let parts: EngineParts;
let reads: number[];

beforeEach(async () => {
  parts = shippedParts(() => HELD_AT);
  reads = [];
  await createEngine(parts).recordMany(REWARDS.flatMap((_, nth) => told(nth + 1)));
});

/** An engine over a ledger whose readings fail where `fails` says so. */
function engineThat(fails: (rewardIds: readonly string[]) => Error | false): Engine {
  const { ledger } = parts;
  const readMany: typeof ledger.readMany = async (rewardIds, at) => {
    reads.push(rewardIds.length);
    const error = fails(rewardIds);
    if (error !== false) throw error;
    return ledger.readMany(rewardIds, at);
  };
  return createEngine({ ...parts, ledger: { ...ledger, readMany } });
}

const late = new LedgerError('ledger_unavailable', 'took too long');

/** What one wake gives out before it ends, and what it ends with. */
async function woken(engine: Engine): Promise<{ given: readonly string[]; error?: unknown }> {
  const given: string[] = [];
  const heard = (decisions: readonly { rewardId: string }[]): void =>
    void given.push(...decisions.map(({ rewardId }) => rewardId));
  try {
    await engine.wake({ told: heard });
    return { given };
  } catch (error) {
    return { given, error };
  }
}

test.each<{
  note: string;
  fails: (rewardIds: readonly string[]) => Error | false;
  stuck: readonly string[];
  error?: object;
}>([
  { note: 'more than two take too long', fails: (ids) => ids.length > 2 && late, stuck: [] },
  {
    note: 'one takes too long even alone',
    fails: (ids) => ids.includes('r5') && late,
    stuck: ['r5'],
    error: { code: 'ledger_unavailable', message: 'no decision on reward `r5`: took too long' },
  },
  {
    note: 'the first cannot be read, for a defect of ours',
    fails: (ids) => ids.includes('r1') && new TypeError('no such thing'),
    stuck: ['r1'],
    error: { message: 'no decision on reward `r1`: no such thing' },
  },
  {
    note: 'most take too long even alone',
    fails: (ids) => ids.some((id) => !['r3', 'r9'].includes(id)) && late,
    stuck: ['r1', 'r2', 'r4', 'r5', 'r6', 'r7', 'r8'],
    error: { code: 'ledger_unavailable' },
  },
])('what can be decided is, where $note', async ({ fails, stuck, error }) => {
  const first = await woken(engineThat(fails));
  expect(first.given).toEqual(REWARDS.filter((id) => !stuck.includes(id)));
  if (error === undefined) expect(first.error).toBeUndefined();
  else expect(first.error).toMatchObject(error);
  expect(await woken(createEngine(parts))).toEqual({ given: stuck });
});

test('a round that failed is followed by larger ones again', async () => {
  await woken(engineThat((ids) => ids.includes('r1') && late));
  expect(reads).toEqual([9, 4, 2, 1, 1, 2, 4, 1]);
});

test('a ledger that is down is not asked for every reward', async () => {
  const { ledger } = parts;
  const timers: typeof ledger.timers = async (...asked) => {
    if (reads.length > 0) throw late;
    return ledger.timers(...asked);
  };
  parts = { ...parts, ledger: { ...ledger, timers } };
  expect((await woken(engineThat(() => late))).error).toBe(late);
  expect(reads).toEqual([9]);
});

test('whoever hears of decisions and wants no more ends it', async () => {
  const enough = new Error('enough');
  const waking = engineThat((ids) => ids.length > 2 && late).wake({
    told: () => {
      throw enough;
    },
  });
  await expect(waking).rejects.toBe(enough);
  expect(reads).toEqual([9, 4, 2]);
});

test('a ledger that reads and keeps nothing ends it before every reward was tried alone', async () => {
  await createEngine(parts).recordMany(
    Array.from({ length: 40 }, (_, nth) => told(nth + 10)).flat(),
  );
  const tried: number[] = [];
  const commitMany: typeof parts.ledger.commitMany = async (writes) => {
    tried.push(writes.length);
    throw late;
  };
  const engine = createEngine({ ...parts, ledger: { ...parts.ledger, commitMany } });
  expect(await woken(engine)).toEqual({ given: [], error: late });
  expect(tried.filter((writes) => writes === 1)).toHaveLength(16);
});
