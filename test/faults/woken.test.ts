import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { postgresPool } from '@doubletake/ledger';
import type { Engine } from 'doubletake';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEngine } from '../../packages/doubletake/src/engine/engine.ts';
import { doubletake } from '../support/doubletake-command.ts';
import { running } from '../support/running-command.ts';
import { NOW, referralEvents, rewardsOf } from './referrals.ts';
import {
  KEYS_FILE,
  networkTo,
  openAt,
  query,
  startServers,
  type Place,
  type Servers,
} from './stores.ts';

let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(async () => servers.stop());

// More than one round of a wake.
const REFERRALS = Array.from({ length: 120 }, (_, n) => n);

/** Records all referrals, and asks for all their rewards; gives those. */
async function allDue(engine: Engine): Promise<readonly string[]> {
  const rewards = REFERRALS.flatMap(rewardsOf);
  const at = new Date(NOW - 1000).toISOString();
  for (const n of REFERRALS) await engine.recordMany(referralEvents(n));
  await engine.recordMany(
    rewards.map((rewardId) => ({ id: `due-${rewardId}`, type: 'reward.due', at, rewardId })),
  );
  return rewards;
}

const envOf = ({ databaseUrl, redisUrl, prefix }: Place): Record<string, string> => ({
  DATABASE_URL: databaseUrl,
  REDIS_URL: redisUrl,
  DOUBLETAKE_REDIS_PREFIX: prefix,
  DOUBLETAKE_KEYS: KEYS_FILE,
});

test('ctrl-C lets a wake print what it keeps, and ends it before the next round', async () => {
  const place = await servers.place();
  const engine = await openAt(place);
  const rewards = (await allDue(engine)).toSorted();
  // The last of them is in nobody's way, so that its round is still under way when ctrl-C is pressed.
  const pool = postgresPool({ url: place.databaseUrl, timeout: 60_000 });
  const other = await pool.connect();
  await other.query('begin');
  await other.query('select from rewards where reward_id = $1 for update', [rewards.at(-1)]);
  const wake = running(['wake', '--json'], { cwd: '.', env: envOf(place) });
  await wake.said();
  const ended = wake.end('SIGINT');
  await other.query('rollback');
  const { code, out } = await ended;
  expect(code).toBe(130);
  const printed = [...out.matchAll(/^\{"decisionId":"([^"]+)"/gmu)].map(([, id]) => id);
  const kept = await query<{ id: string }>(
    place.databaseUrl,
    'select decision_id as id from decisions',
  );
  expect(printed).toHaveLength(kept.length);
  expect(new Set(printed)).toEqual(new Set(kept.map(({ id }) => id)));
  other.release();
  await pool.end();
  await engine.close();
});

test('what a wake kept before the ledger was gone is given, and nothing of it twice', async () => {
  const place = await servers.place();
  const net = await networkTo(place);
  const engine = await openAt(net.far);
  const rewards = await allDue(engine);
  const { ledger } = engine.parts;
  let rounds = 0;
  const timers: typeof ledger.timers = async (...asked) => {
    rounds += 1;
    if (rounds === 2) await net.postgres.set('refuse');
    return ledger.timers(...asked);
  };
  const host = createEngine({ ...engine.parts, ledger: { ...ledger, timers } });
  const given = [...(await host.wake())];
  expect(given.length).toBeGreaterThan(0);
  await net.postgres.set('pass');
  await expect
    .poll(async () => given.push(...(await engine.wake().catch(() => []))), { timeout: 60_000 })
    .toBe(rewards.length);
  expect(new Set(given.map(({ rewardId }) => rewardId)).size).toBe(rewards.length);
  await engine.close();
  await net.stop();
});

test('what a wake was killed at is taken up by others, and each screening owed is answered once', async () => {
  const place = await servers.place();
  const { databaseUrl } = place;
  const engines = await Promise.all([openAt(place), openAt(place)]);
  const [engine] = engines;
  const rewards = await allDue(engine);
  const kept = async (): Promise<number> => {
    const [row] = await query<{ count: number }>(
      databaseUrl,
      'select count(*)::integer as count from decisions',
    );
    return row?.count ?? 0;
  };

  const children: ChildProcess[] = [];
  const env = envOf(place);
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
});
