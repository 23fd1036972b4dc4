import type { ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresPool } from '@doubletake/ledger';
import { decide, decisionJson, pairOf, pairQuestion } from '@doubletake/scoring';
import { newKeysFile, openDoubletake, parseKeys, type OpenDoubletake } from 'doubletake';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { doubletake, type Ran } from '../support/doubletake-command.ts';
import { startPostgres, type PostgresServer } from '../support/postgres-server.ts';
import { startRedis, type RedisServer } from '../support/redis-server.ts';
import { smallWorld } from '../support/small-world.ts';

const EVENTS = smallWorld('rotation');
const HALF = Math.floor(EVENTS.length / 2);
/** After everything has happened. */
const NOW = Date.UTC(2026, 0, 1);
const REWARDS = [
  ...new Set(EVENTS.flatMap((event) => (event.type === 'reward.accrued' ? event.rewardId : []))),
];

let redis: RedisServer;
let postgres: PostgresServer;
let cwd = '';
const keysFile = (): string => join(cwd, 'keys.json');

beforeAll(async () => {
  [redis, postgres] = await Promise.all([startRedis(), startPostgres({ fsync: 'off' })]);
  cwd = await mkdtemp(join(tmpdir(), 'rotation-'));
  await writeFile(keysFile(), newKeysFile());
});
afterAll(async () => {
  await Promise.all([redis.stop(), postgres.stop()]);
  await rm(cwd, { recursive: true });
});

const keysText = (): Promise<string> => readFile(keysFile(), 'utf8');

const sealsIn = (text: string): { readonly seal: readonly { readonly kid: string }[] } =>
  JSON.parse(text);

/** An engine started with the keys as they are in the file now, or were. */
async function started(text?: string): Promise<OpenDoubletake> {
  const keys = parseKeys(text ?? (await keysText()));
  const [databaseUrl, redisUrl] = [postgres.url, redis.url];
  const patient = { database: { timeout: 60_000 }, redis: { timeout: 60_000 } };
  return openDoubletake({ databaseUrl, redisUrl, ...patient, keys, clock: () => NOW });
}

async function withEngine<Result>(
  work: (engine: OpenDoubletake) => Promise<Result>,
): Promise<Result> {
  const engine = await started();
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}

/** What would be decided about every reward, without keeping it. */
async function verdicts({ parts }: OpenDoubletake): Promise<readonly unknown[]> {
  const { ledger, graph, policy, hashing } = parts;
  const records = await ledger.readMany(REWARDS, NOW);
  return Promise.all(
    records.map(async (record) => {
      if (record === undefined) throw new Error('a reward is unknown');
      const pair = pairOf(record, NOW, hashing);
      const neighbourhood = await graph.gather(pairQuestion(pair));
      const { reward } = record;
      const question = { pair, neighbourhood, decisionId: reward.rewardId };
      return decisionJson(decide(question, policy));
    }),
  );
}

async function rotate(
  more: readonly string[] = [],
  onStart?: (child: ChildProcess) => void,
): Promise<Ran> {
  const env = {
    DATABASE_URL: postgres.url,
    REDIS_URL: redis.url,
    DOUBLETAKE_KEYS_FILE: 'keys.json',
    DOUBLETAKE_DATABASE_TIMEOUT: '60000',
    DOUBLETAKE_REDIS_TIMEOUT: '60000',
  };
  return doubletake(['keys', 'rotate', ...more], { env, cwd, ...(onStart ? { onStart } : {}) });
}

async function tokensUnder(kid: string): Promise<number> {
  return (await redis.client.keys(`*}t${kid}:*`)).length;
}

const kinds = (all: readonly unknown[]): number =>
  new Set(all.map((each) => JSON.stringify(each).replaceAll(/"[a-z]+_\w+"/gu, ''))).size;

describe.sequential('while the keys are replaced', () => {
  let before: readonly unknown[] = [];
  let old: OpenDoubletake;
  /** The file as the first phase leaves it. */
  let withNewKeys = '';

  test('half the world is recorded, and a process goes on with the old keys', async () => {
    old = await started();
    await old.recordMany(EVENTS.slice(0, HALF));
    expect((await rotate()).out).toMatch(/^new keys are in the file, and nothing is sealed/u);
    withNewKeys = await keysText();
  });

  test('processes with the old file and with the new one record and decide alike', async () => {
    const [some, rest] = [EVENTS.slice(HALF, -40), EVENTS.slice(-40)];
    await old.recordMany(some);
    await withEngine(async (engine) => {
      await engine.recordMany(rest);
      before = await verdicts(engine);
      expect(await verdicts(old)).toEqual(before);
      // The world tells abusers from honest people, or equality would say nothing.
      expect(before.length).toBeGreaterThan(100);
      expect(kinds(before)).toBeGreaterThan(20);
    });
    await old.close();
    expect(await tokensUnder('p2')).toBeLessThan(await tokensUnder('p1'));
  });

  test('killed in the middle, the rewriting goes on where it was, decisions the same', async () => {
    const known = await started();
    const held = await holdLastAccount();
    let killing: Promise<unknown> | undefined;
    const killed = await rotate([], (child) => {
      killing = held.awaited().then(() => child.kill('SIGKILL'));
    });
    expect(killed.code).toBeNull();
    await killing;
    await held.release();
    expect(await readFile(keysFile(), 'utf8')).toContain('"phase": "used"');
    expect(await verdicts(known)).toEqual(before);
    await withEngine(async (engine) => expect(await verdicts(engine)).toEqual(before));
    await known.close();
  });

  test('run again it comes to its end and takes no key away that a process may write with', async () => {
    const { code, out } = await rotate();
    expect({ code, out }).toMatchObject({ code: 0 });
    expect(out).toContain('everything is under the new keys; the old ones are still read');
    const keys = parseKeys(await keysText());
    expect([...keys.seal.keys.keys()]).toEqual(['s2', 's1']);
  });

  test('the old keys go once nothing needs them, decisions the same', async () => {
    const { code, out } = await rotate();
    expect({ code, out }).toMatchObject({ code: 0 });
    expect(out).toContain('the old keys are gone from the file');
    await withEngine(async (engine) => {
      expect(await verdicts(engine)).toEqual(before);
      expect([...(await engine.parts.ledger.upkeep.seals()).keys()]).toEqual(['s2']);
    });
    expect(await tokensUnder('p1')).toBeGreaterThan(0);
  });

  test('what a process wrote with an old key too late is found, and read again once that is back', async () => {
    const late = await started(withNewKeys);
    await late.record({
      id: 'late',
      type: 'account.observed',
      at: '2025-12-01T00:00:00Z',
      accountId: 'late',
      email: 'late@quill.example.org',
    });
    await late.close();
    const refused = await rotate();
    expect(refused.code).toBe(1);
    expect(refused.out).toMatch(/^2 values are sealed with `s1`, gone from the file/u);
    const file = sealsIn(await keysText());
    const back = sealsIn(withNewKeys).seal.filter(({ kid }) => kid === 's1');
    await writeFile(keysFile(), JSON.stringify({ ...file, seal: [...file.seal, ...back] }));
    expect((await rotate()).out).toMatch(/^2 rows sealed anew\neverything is under the new keys/u);
    expect((await rotate()).out).toMatch(/^the old keys are gone from the file/u);
    await withEngine(async ({ parts: { ledger } }) => {
      expect((await ledger.profile('late'))?.emails).toHaveLength(1);
    });
  });

  test('nothing is left of the old keys in the end, decisions the same', async () => {
    expect((await rotate()).out).toMatch(/^the rotation is complete/u);
    await withEngine(async ({ parts: { ledger } }) => {
      const [last] = await ledger.audit.entries({ limit: 1 });
      expect(last?.hash).toMatch(/^a2:/u);
      expect(await ledger.audit.verify()).toMatchObject({ ok: true });
    });
    expect(await tokensUnder('p1')).toBe(0);
    await withEngine(async (engine) => expect(await verdicts(engine)).toEqual(before));
  });

  test('all phases at once, and a graph made anew, come to the same decisions', async () => {
    expect((await rotate(['--alone'])).out).toMatch(/the rotation is complete/u);
    expect(await tokensUnder('p2')).toBe(0);
    await withEngine(async (engine) => {
      expect(await verdicts(engine)).toEqual(before);
      await engine.parts.graph.clear();
    });
    await withEngine(async (engine) => expect(await verdicts(engine)).toEqual(before));
  });
});

const WAITING = "select from pg_stat_activity where wait_event_type = 'Lock'";

/** Keeps the last account from being rewritten, so that whoever rewrites all of them is met in the middle of it. */
async function holdLastAccount(): Promise<Record<'awaited' | 'release', () => Promise<void>>> {
  const pool = postgresPool({ url: postgres.url, timeout: 240_000 });
  const client = await pool.connect();
  await client.query('begin');
  await client.query('select from accounts order by account_id desc limit 1 for update');
  const waits = async (): Promise<number | null> => (await pool.query(WAITING)).rowCount;
  return {
    awaited: async () => {
      await expect.poll(waits, { timeout: 120_000 }).toBeGreaterThan(0);
    },
    release: async () => {
      await client.query('rollback');
      client.release();
      await pool.end();
    },
  };
}
