import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { doubletake } from '../support/doubletake-command.ts';
import { NOW, referralEvents, rewardsOf } from './referrals.ts';
import { KEYS_FILE, openAt, query, startServers, type Servers } from './stores.ts';

let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
}, 60_000);
afterAll(async () => servers.stop());

// More than one round of a wake.
const REFERRALS = Array.from({ length: 120 }, (_, n) => n);

test('what a wake was killed at is taken up by others, and each screening owed is answered once', async () => {
  const place = await servers.place();
  const { databaseUrl, redisUrl, prefix } = place;
  const engines = await Promise.all([openAt(place), openAt(place)]);
  const [engine] = engines;
  const rewards = REFERRALS.flatMap(rewardsOf);
  const at = new Date(NOW - 1000).toISOString();
  for (const n of REFERRALS) await engine.recordMany(referralEvents(n));
  await engine.recordMany(
    rewards.map((rewardId) => ({ id: `due-${rewardId}`, type: 'reward.due', at, rewardId })),
  );
  const kept = async (): Promise<number> => {
    const [row] = await query<{ count: number }>(
      databaseUrl,
      'select count(*)::integer as count from decisions',
    );
    return row?.count ?? 0;
  };

  const children: ChildProcess[] = [];
  const env = {
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    DOUBLETAKE_REDIS_PREFIX: prefix,
    DOUBLETAKE_KEYS: KEYS_FILE,
  };
  const ran = doubletake(['wake'], { cwd: '.', env, onStart: (child) => children.push(child) });
  const [child] = children;
  if (child === undefined) return expect.unreachable();
  const gone = once(child, 'exit');
  await expect.poll(kept, { timeout: 60_000, interval: 5 }).toBeGreaterThan(0);
  child.kill('SIGKILL');
  await Promise.allSettled([ran, gone]);

  const left = (await engine.parts.ledger.timers(NOW, 1000)).length;
  const given = (await Promise.all(engines.map((each) => each.wake()))).flat();
  expect(given).toHaveLength(left);
  expect(new Set(given.map(({ decisionId }) => decisionId)).size).toBe(left);
  expect(await kept()).toBe(rewards.length);
  expect(await engine.parts.ledger.timers(NOW, 1)).toEqual([]);
  expect(await engine.wake()).toEqual([]);
  await Promise.all(engines.map((each) => each.close()));
}, 240_000);
