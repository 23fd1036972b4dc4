import {
  memoryLedger,
  migrate,
  pgDatabase,
  postgresLedger,
  postgresPool,
  type Database,
} from '@doubletake/ledger';
import type { DecisionWrite, Ledger } from '@doubletake/scoring';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PATIENT } from '../support/patient.ts';
import { startPostgres, type PostgresServer } from '../support/postgres-server.ts';
import {
  accrued,
  AUDIT_KEY,
  day,
  decided,
  KEYS,
  observed,
  ordered,
  paid,
  referred,
  reversed,
  write,
} from './ledger-values.ts';

/** A release that takes an order's claim. */
const taking = (by: string, orderId: string): DecisionWrite =>
  write(decided(`${by}/${orderId}`, 'pay', { on: 1 }), ['take', orderId]);

// Two pools are two processes as far as the database can tell.
describe('two processes on one PostgreSQL', () => {
  let server: PostgresServer;
  let both: readonly [Ledger, Ledger];
  const open = async () =>
    // Whoever is last of hundreds waits his turn; how long is not what is asked here.
    postgresLedger({ url: server.url, auditKey: AUDIT_KEY, keys: KEYS, timeout: 30_000 });
  let pool: ReturnType<typeof postgresPool>;
  /** Resolves once so many connections wait for a lock. */
  const waiting = async (count: number): Promise<void> => {
    for (;;) {
      const { rowCount } = await pool.query(
        "select from pg_stat_activity where wait_event_type = 'Lock'",
      );
      if (rowCount === count) return;
    }
  };
  beforeAll(async () => {
    // A ring is not to be broken by the server: here it would never come to an end.
    server = await startPostgres({ fsync: 'off', deadlock_timeout: '10min' });
    pool = postgresPool({ url: server.url, ...PATIENT });
    // Also: two that start at once on an empty database.
    both = await Promise.all([open(), open()]);
  });
  afterAll(async () => {
    await Promise.all(both.map(async (ledger) => ledger.close()));
    await pool.end();
    await server.stop();
  });
  const apart = async <Result>(
    count: number,
    work: (ledger: Ledger, n: number) => Promise<Result>,
  ): Promise<Result[]> =>
    Promise.all(Array.from({ length: count }, async (_, n) => work(both[n % 2 === 0 ? 0 : 1], n)));

  test('migrating once more changes nothing', async () => {
    const databases = [1, 2].map((): Database =>
      pgDatabase(postgresPool({ url: server.url, ...PATIENT })),
    );
    const applied = await Promise.all(databases.map((database) => migrate(database)));
    expect(applied).toEqual([[], []]);
    await Promise.all(databases.map(async (database) => database.close()));
  });

  test('an order is paid once, whoever asks at the same moment', async () => {
    const rewards = Array.from({ length: 20 }, (_, n) => `race-${n}`);
    await both[0].append(rewards.map((id) => accrued(id, 0, { orderId: 'raced' })));
    const outcomes = await apart(20, async (ledger, n) =>
      ledger.commit(write(decided(`race-${n}`, 'pay', { on: 1 }), ['take', 'raced'])),
    );
    const won = outcomes.filter(({ outcome }) => outcome === 'committed');
    expect(won).toHaveLength(1);
    const holder = won[0]?.outcome === 'committed' ? won[0].decision.rewardId : undefined;
    for (const committed of outcomes)
      if (committed.outcome === 'claimed') expect(committed.by.rewardId).toBe(holder);
  });

  test("batches that want each other's orders never wait in a ring, whatever order they name them in", async () => {
    const orders = ['first', 'between', 'last'];
    const rewards = ['a', 'b'].flatMap((by) => orders.map((orderId) => ({ by, orderId })));
    await both[0].append(
      rewards.map(({ by, orderId }) => accrued(`${by}/${orderId}`, 0, { orderId })),
    );
    const other = await pool.connect();
    // Somebody else has all but taken the order between: whoever comes to it waits.
    await other.query("begin; insert into claims values ('between', 'referrer', 'else', 0)");
    const one = both[0].commitMany(orders.map((orderId) => taking('a', orderId)));
    await waiting(1);
    const two = both[1].commitMany(['last', 'first'].map((orderId) => taking('b', orderId)));
    await waiting(2);
    await other.query('rollback');
    other.release();
    const outcomes = (await Promise.all([one, two])).flat().map(({ outcome }) => outcome);
    const [won, lost] = ['committed', 'claimed'];
    expect(outcomes).toEqual([won, won, won, lost, lost]);
  });

  test('no ring of those who decide many and those who tell of many', async () => {
    const ids = Array.from({ length: 8 }, (_, n) => `ring-${n}`);
    await both[0].append([
      referred(['ann', 'eve'], 4, { referralId: 'later' }),
      ...ids.map((id) => accrued(id, 5, { orderId: `of-${id}`, referralId: 'later' })),
    ]);
    await apart(40, async (ledger, n): Promise<unknown> => {
      if (n % 2 === 0)
        return ledger.commitMany(ids.map((id) => write(decided(id, 'pay', { on: 6 }))));
      // The last of them is written first: the earlier link and the undone order concern those before it.
      const [first = '', last = ''] = [ids[n % 7], ids.at(-1)];
      return ledger.append([
        paid(last, 7),
        ordered([`of-${first}`, 'eve'], ['refunded', 8]),
        referred(['cat', 'eve'], 3 - n / 100, { referralId: `earlier-${n}` }),
      ]);
    });
    expect((await both[0].decisionsOn('ring-0')).length).toBe(20);
  });

  test.each([
    { note: 'its referral', told: referred(['lou', 'kim'], 1, { referralId: 'dark' }) },
    { note: 'its order', told: ordered(['dark', 'kim'], ['created', 1]) },
    { note: 'its referee', told: observed('moe', 1) },
    { note: 'its referrer', told: observed('lou', 1) },
  ])(
    'what is told at last waits for who holds a reward for the lack of it: $note',
    async (late) => {
      await both[0].append([
        referred(['lou', 'moe'], 1),
        accrued('dark', 2, { referralId: 'dark', orderId: 'dark' }),
        accrued('dim', 2, { referralId: 'lou-moe' }),
      ]);
      const other = await pool.connect();
      await other.query("begin; select from rewards where reward_id in ('dark', 'dim') for update");
      const telling = both[0].append([late.told]);
      await waiting(1);
      await other.query('rollback');
      other.release();
      expect(await telling).toMatchObject([{ outcome: 'recorded' }]);
    },
  );

  test('a claim is left by nobody whose money was taken back while it was let go', async () => {
    const ids = Array.from({ length: 20 }, (_, n) => `back-${n}`);
    await both[0].append(ids.map((id) => accrued(id, 0, { orderId: `of-${id}` })));
    const { reached = 0 } = (await both[0].read('back-0', day(9))) ?? {};
    const outcomes = await apart(40, async (ledger, n) => {
      const id = `back-${Math.floor(n / 2)}`;
      if (n % 2 === 0) return ledger.append([reversed(id, 5)]);
      const asked = write(decided(id, 'pay', { on: 4 }), ['take', `of-${id}`]);
      return [await ledger.commit({ ...asked, upon: { reached } })];
    });
    expect(outcomes).toHaveLength(40);
    const records = await both[0].readMany(ids, day(9));
    expect(records.map((record) => record?.claim)).toEqual(ids.map(() => undefined));
  });

  test('a trigger answered by both has one answer', async () => {
    await both[0].append([accrued('one', 0)]);
    const answers = await apart(20, async (ledger, n) =>
      ledger.commit({ decision: decided('one', 'pay', { on: n }), trigger: 'due' }),
    );
    const decisions = answers.flatMap((each) =>
      'decision' in each ? each.decision.decisionId : [],
    );
    expect(new Set(decisions).size).toBe(1);
    expect(answers.filter(({ outcome }) => outcome === 'committed')).toHaveLength(1);
    expect(await both[1].decisionsOn('one')).toHaveLength(1);
  });

  test('events told at once by both are there once, and a reader of changes misses none', async () => {
    const events = Array.from({ length: 100 }, (_, n) =>
      observed(`acc-${n % 7}`, n % 11, { email: `${n}@example.com` }),
    );
    const telling = apart(300, async (ledger, n) =>
      ledger.append(events.slice(n % 100, (n % 100) + 1)),
    );
    const steps = await readUntil(telling, both[1]);
    const recorded = (await telling).flat().filter(({ outcome }) => outcome === 'recorded');
    expect(recorded).toHaveLength(100);
    // Read one by one, no place in the log was empty when it was passed.
    expect(steps).toHaveLength((await both[0].changes(0, 1_000_000))?.events ?? 0);
    const model = memoryLedger();
    await model.append(events);
    expect(await both[0].profile('acc-3')).toEqual(await model.profile('acc-3'));
  });

  test('a payout asked for while it is decided is owed still', async () => {
    await both[0].append([accrued('busy', 0)]);
    await apart(20, async (ledger, n): Promise<unknown> =>
      n % 2 === 0
        ? ledger.append([{ id: `due-${n}`, type: 'reward.due', at: day(n), rewardId: 'busy' }])
        : ledger.commit({
            decision: decided('busy', 'review', { on: n }),
            trigger: `due-${n - 1}`,
          }),
    );
    const answered = await Promise.all(
      Array.from({ length: 10 }, async (_, n) => both[0].decided('busy', `due-${2 * n}`)),
    );
    expect(answered.every((decision) => decision !== undefined)).toBe(true);
    expect(
      (await both[0].timers(day(99), 99)).filter(({ rewardId }) => rewardId === 'busy'),
    ).toEqual([]);
  });
});

/** Reads changes one event at a time until the work is done and nothing is left; the cursors it came by. */
async function readUntil(work: Promise<unknown>, ledger: Ledger): Promise<readonly number[]> {
  const cursors: number[] = [];
  const working = new Set([work]);
  const end = (): boolean => working.delete(work);
  work.then(end, end);
  for (;;) {
    const wasDone = working.size === 0;
    const batch = await ledger.changes(cursors.at(-1) ?? 0, 1);
    if (batch !== undefined) cursors.push(batch.cursor);
    else if (wasDone) return cursors;
  }
}
