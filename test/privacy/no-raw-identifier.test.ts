import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresPool } from '@doubletake/ledger';
import { heldTokens, type Recorded } from '@doubletake/scoring';
import { newKeysFile, openDoubletake, parseKeys, type OpenDoubletake } from 'doubletake';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { doubletake, type Ran } from '../support/doubletake-command.ts';
import { PATIENT } from '../support/patient.ts';
import { startPostgres, type PostgresServer } from '../support/postgres-server.ts';
import { startRedis, type RedisServer } from '../support/redis-server.ts';
import { identifiersOf, OLA, ZEB, type Person } from './persons.ts';
import { databaseContents, found, redisContents, type Contents } from './scan.ts';

const NEEDLES = [ZEB, OLA].flatMap(identifiersOf);
const KEYS = newKeysFile();

const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

/** A referral from sign-up to payout, each person showing everything about them. */
const EVENTS: readonly object[] = [
  seen(ZEB, 100),
  { ...seen(ZEB, 95), id: 'seen-again', email: 'zebulon.quist@googlemail.com' },
  seen(OLA, 40),
  {
    id: 'ref',
    type: 'referral.attributed',
    at: ago(40),
    referralId: 'ref-1',
    programmeId: 'guest-credit',
    referrerId: ZEB.accountId,
    refereeId: OLA.accountId,
  },
  {
    id: 'ord',
    type: 'order.updated',
    at: ago(30),
    orderId: 'ord-1',
    accountId: OLA.accountId,
    status: 'completed',
    payment: OLA.payment,
  },
  {
    id: 'ord-2',
    type: 'order.updated',
    at: ago(30),
    orderId: 'ord-2',
    accountId: ZEB.accountId,
    status: 'created',
    payment: ZEB.payment,
  },
  {
    id: 'acc',
    type: 'reward.accrued',
    at: ago(30),
    rewardId: 'rew-1',
    programmeId: 'guest-credit',
    referralId: 'ref-1',
    orderId: 'ord-1',
    beneficiaryId: ZEB.accountId,
    side: 'referrer',
    channel: 'referral',
    kind: 'credit',
    amount: { minor: 2000, currency: 'EUR' },
  },
  { id: 'due', type: 'reward.due', at: ago(1), rewardId: 'rew-1' },
];

function seen({ accountId, ...shown }: Person, days: number): Readonly<Record<string, unknown>> {
  return { id: `seen-${accountId}`, type: 'account.observed', at: ago(days), accountId, ...shown };
}

/** Lines that are refused, full of what must not be repeated. */
const BAD_LINES = [
  JSON.stringify(seen(ZEB, 3)).slice(0, -40),
  JSON.stringify({ ...seen(ZEB, 3), id: 'bad-1', emial: ZEB.email }),
  JSON.stringify({ ...seen(OLA, 3), id: 'bad-2', at: 'yesterday' }),
  JSON.stringify({ ...seen(OLA, 3), ip: '192.0.2.1' }),
];

let redis: RedisServer;
let postgres: PostgresServer;
let cwd = '';
let env: Readonly<Record<string, string>> = {};
const printed: string[] = [];

beforeAll(async () => {
  [redis, postgres] = await Promise.all([startRedis(), startPostgres({ fsync: 'off' })]);
  cwd = await mkdtemp(join(tmpdir(), 'privacy-'));
  await writeFile(join(cwd, 'keys.json'), KEYS);
  env = {
    DATABASE_URL: postgres.url,
    REDIS_URL: redis.url,
    DOUBLETAKE_KEYS_FILE: 'keys.json',
    USER: 'tester',
  };
});
afterAll(async () => {
  await Promise.all([redis.stop(), postgres.stop()]);
  await rm(cwd, { recursive: true });
});

/** Runs a command and keeps everything it printed. */
async function command(argv: readonly string[], stdin = ''): Promise<Ran> {
  const ran = await doubletake(argv, { env, cwd, stdin });
  printed.push(ran.out, ran.err);
  return ran;
}

async function stored(): Promise<Contents> {
  const pool = postgresPool({ url: postgres.url, ...PATIENT });
  try {
    return [...(await redisContents(redis.client)), ...(await databaseContents(pool))];
  } finally {
    await pool.end();
  }
}

async function withEngine<Result>(
  work: (engine: OpenDoubletake) => Promise<Result>,
): Promise<Result> {
  const keys = parseKeys(await readFile(join(cwd, 'keys.json'), 'utf8'));
  const engine = await openDoubletake({
    databaseUrl: postgres.url,
    redisUrl: redis.url,
    keys,
    database: PATIENT,
    redis: PATIENT,
  });
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}

describe.sequential('on real servers', () => {
  test('a referral goes from sign-up to payout', async () => {
    const lines = EVENTS.map((event) => JSON.stringify(event));
    const ran = await command(['record', '-'], [...lines, ...BAD_LINES].join('\n'));
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('8 events recorded');
    expect(ran.out).toContain('4 refused');
    const { out } = await command(['wake', '--json']);
    expect(JSON.parse(out)).toMatchObject({ rewardId: 'rew-1', stage: 'due' });
    expect((await command(['graph', 'stats'])).code).toBe(0);
    expect((await command(['expire'])).code).toBe(0);
    expect((await command(['export', ZEB.accountId, '--out', 'zeb.json'])).code).toBe(0);
    // The one place that shows a person everything about themselves; so the looking below does find things.
    const exported = (await readFile(join(cwd, 'zeb.json'), 'utf8')).toLowerCase();
    expect(found([ZEB.email.toLowerCase(), 'quistgaard'], [exported])).toHaveLength(2);
    expect((await stat(join(cwd, 'zeb.json'))).mode & 0o777).toBe(0o600);
  });

  test('no raw identifier is in Redis or, in the clear, in PostgreSQL', async () => {
    const contents = await stored();
    expect(contents.length).toBeGreaterThan(100);
    expect(found(NEEDLES, contents)).toEqual([]);
    // What is looked for would be found.
    expect(found(['acc-1', 'guest-credit'], contents)).toHaveLength(2);
    await redis.client.set('elsewhere', Buffer.from('Thruppington'));
    expect(found(NEEDLES, await stored())).toEqual(['thruppington']);
    await redis.client.del('elsewhere');
  });

  test('nothing that is returned, thrown or printed repeats one, a store being down included', async () => {
    const texts = await withEngine(async (engine) => {
      const refused = await engine.recordMany(
        BAD_LINES.slice(1).map((line): unknown => JSON.parse(line)),
      );
      const decision = await engine.screen('rew-1', { trigger: 'again' });
      await engine.record({ ...seen(ZEB, 0), id: 'seen-third', accountId: 'acc-third' });
      return [JSON.stringify(refused.map(messages)), JSON.stringify(decision)];
    });
    await redis.kill();
    printed.push(JSON.stringify(await command(['wake'])));
    const { err } = await command(['erase', 'acc-third']);
    expect(err).toMatch(/^graph_unavailable/u);
    const away = { ...env, DATABASE_URL: 'postgres://app:geheim@127.0.0.1:9/x' };
    const ran = await doubletake(['record', '-'], {
      env: away,
      cwd,
      stdin: JSON.stringify(EVENTS[0]),
    });
    expect(ran.code).toBe(3);
    expect(ran.err).toMatch(/^ledger_unavailable/u);
    const all = [...texts, ...printed, ran.err, ran.out].map((text) => text.toLowerCase());
    expect(found([...NEEDLES, 'geheim'], all)).toEqual([]);
  });

  test('of an erased account nothing is left anywhere but its tombstone, also in a graph made anew', async () => {
    redis = await startRedis();
    env = { ...env, REDIS_URL: redis.url };
    expect((await command(['graph', 'rebuild'])).code).toBe(0);
    const { account, reference, tokens } = await withEngine(
      async ({ parts: { ledger, hashing } }) => {
        const profile = await ledger.profile(ZEB.accountId);
        const held = profile ? heldTokens(profile, hashing.tokenise) : [];
        const ref = hashing.accountRef(ZEB.accountId);
        expect((await ledger.directory.find([ref])).get(ref)).toBe(ZEB.accountId);
        return {
          account: ref,
          reference: Buffer.from(ref, 'base64url').toString('hex'),
          tokens: held.map(({ token }) => token),
        };
      },
    );
    expect(found([reference], await redisContents(redis.client))).toEqual([reference]);
    expect((await command(['erase', ZEB.accountId])).out).toMatch(/is erased: 2 observations, 1 /u);

    for (const again of [false, true]) {
      if (again) expect((await command(['graph', 'rebuild'])).code).toBe(0);
      expect(found([reference], await redisContents(redis.client))).toEqual([]);
      await withEngine(async ({ parts }) => {
        expect(await holdersOf(parts, tokens)).toEqual([]);
        expect(await parts.ledger.directory.find([account])).toEqual(new Map());
      });
    }
    await withEngine(async (engine) => {
      const { records } = engine.parts.ledger;
      await engine.record({ ...seen(ZEB, 0), id: 'seen-after' });
      const kept = JSON.stringify([
        await records.account(ZEB.accountId),
        await records.history(ZEB.accountId),
        await records.account(OLA.accountId),
        await records.history(OLA.accountId),
      ]).toLowerCase();
      expect(found(identifiersOf(ZEB), [kept])).toEqual([]);
      expect(found(['thruppington'], [kept])).toEqual(['thruppington']);
      expect(await records.account(ZEB.accountId)).toMatchObject({ erased: true });
    });
    expect(found(NEEDLES, await stored())).toEqual([]);
    expect(found([reference], await redisContents(redis.client))).toEqual([]);
  });
});

/** What a refusal says apart from the offending text it hands back to whoever sent it. */
function messages(recorded: Recorded): readonly string[] {
  return recorded.outcome === 'refused' ? recorded.problems.map(({ message }) => message) : [];
}

async function holdersOf(
  { graph, hashing }: OpenDoubletake['parts'],
  tokens: readonly string[],
): Promise<readonly string[]> {
  const member = {
    account: hashing.accountRef('nobody'),
    tokens: tokens.map((token) => ({ type: 'email' as const, token })),
  };
  const asked = { referrer: member, referee: { ...member, tokens: [] }, asOf: Date.now() };
  const { holders } = await graph.gather(asked);
  return [...holders.values()].flatMap(({ accounts }) => accounts.map(({ account }) => account));
}
