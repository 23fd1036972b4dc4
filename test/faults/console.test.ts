import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { openDoubletake, webhookSender, type OpenDoubletake } from 'doubletake';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person, startTestConsole, type Browser, type TestConsole } from '../support/console.ts';
import { told } from '../support/held-reward.ts';
import { ownTime } from '../support/own-time.ts';
import { NETWORK_FAULTS } from '../support/tcp-proxy.ts';
import { startReceiver, type Receiver } from '../webhooks/receiver.ts';
import {
  KEYS,
  networkTo,
  query,
  startServers,
  type Network,
  type Place,
  type Servers,
} from './stores.ts';

const CASES = 6;
/** How long the console waits for its stores, in milliseconds. */
const PATIENCE = 2500;
/** The longest any answer may take, in milliseconds of `ownTime`. */
const LIMIT = 4000;

let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(async () => servers.stop());

/** What an analyst sent, to be sent again where the answer was lost. */
interface Sent {
  readonly caseId: string;
  readonly form: Readonly<Record<string, string>>;
}

/** A console over a network that can fail, with analysts, cases and a host that is told. */
interface Scene {
  readonly console: TestConsole;
  readonly engine: OpenDoubletake;
  readonly network: Network;
  readonly place: Place;
  readonly receiver: Receiver;
  readonly caseIds: readonly string[];
  readonly clock: { now: number };
}

async function inScene(work: (scene: Scene) => Promise<void>): Promise<void> {
  const place = await servers.place();
  const network = await networkTo(place);
  const clock = { now: Date.UTC(2025, 3, 20) };
  const { databaseUrl, redisUrl, prefix } = network.far;
  const engine = await openDoubletake({
    databaseUrl,
    redisUrl,
    keys: KEYS,
    clock: () => clock.now,
    redis: { prefix },
  });
  const { ledger, policy } = engine.parts;
  const console = await startTestConsole([person('ann', 'analyst'), person('bob', 'analyst')], {
    access: ledger.access,
    audit: ledger.audit,
    cases: { desk: ledger.desk, ledger, trail: ledger.audit, engine, policy },
    accounts: { overviews: ledger.overviews, connections: engine.connections },
    outbox: ledger.outbox,
    now: () => clock.now,
    patience: PATIENCE,
  });
  const receiver = await startReceiver();
  await ledger.outbox.addEndpoint({
    endpointId: 'hook',
    url: receiver.url,
    types: ['case.concluded'],
    secrets: { current: `whsec_${Buffer.alloc(32, 7).toString('base64')}` },
    createdBy: 'ada',
    createdAt: clock.now,
  });
  for (let n = 1; n <= CASES; n += 1) await engine.recordMany(told(n));
  const decisions = await engine.wake();
  const caseIds = decisions.flatMap((each) => (each.action === 'review' ? [each.decisionId] : []));
  expect(caseIds).toHaveLength(CASES);
  try {
    await work({ console, engine, network, place, receiver, caseIds, clock });
  } finally {
    await network.stop();
    await Promise.all([console.close(), receiver.close()]);
    await engine.close();
  }
}

const signInAs = (browser: Browser) =>
  browser
    .post('/sign-in')
    .type('form')
    .send({ name: 'ann', password: 'x'.repeat(20) });

/** An analyst who remembers every answer. */
class Analyst {
  readonly sent: Sent[] = [];
  readonly statuses: number[] = [];
  slowest = 0;
  readonly #browser: Browser;

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  async ask(send: (browser: Browser) => PromiseLike<{ status: number; text: string }>) {
    const passed = ownTime();
    const answer = await send(this.#browser);
    this.slowest = Math.max(this.slowest, passed());
    this.statuses.push(answer.status);
    return answer;
  }

  /** Opens a case, takes it and blocks it, as far as the stores let. */
  async work(caseId: string): Promise<void> {
    await this.ask((browser) => browser.get('/queue'));
    await this.ask((browser) => browser.post(`/cases/${caseId}/claim`).type('form').send({}));
    await this.ask((browser) => browser.get(`/cases/${caseId}`));
    const form = {
      commandId: randomUUID(),
      outcome: 'block',
      reason: 'REVIEWED_SAME_PERSON',
      label: '',
      note: '',
      go: 'stay',
    };
    this.sent.push({ caseId, form });
    await this.decide({ caseId, form });
  }

  async decide({ caseId, form }: Sent): Promise<number> {
    const path = `/cases/${caseId}/decide`;
    return (await this.ask((browser) => browser.post(path).type('form').send(form))).status;
  }
}

/** Two analysts who work through the cases; after the first of each, something happens to the next. */
async function workThrough({ console, caseIds }: Scene, meanwhile: () => Promise<void>) {
  const half = CASES / 2;
  const shares = [caseIds.slice(0, half), caseIds.slice(half)];
  const analysts = await Promise.all(
    ['ann', 'bob'].map(async (name) => new Analyst(await console.signedIn(name))),
  );
  const work = (from: number, to: number): Promise<unknown> =>
    Promise.all(
      analysts.map(async (analyst, nth) => {
        for (const caseId of shares[nth]?.slice(from, to) ?? []) await analyst.work(caseId);
      }),
    );
  await work(0, 1);
  for (const { statuses } of analysts) expect(statuses).not.toContain(503);
  const begun = work(1, half);
  await meanwhile();
  await begun;
  return analysts;
}

/** Asks what needs no session, over and over, until told to stop; the statuses. */
function watch(console: TestConsole, path: string): () => Promise<readonly number[]> {
  const end = new AbortController();
  const statuses: number[] = [];
  const watching = (async () => {
    while (!end.signal.aborted) {
      statuses.push((await console.browser().get(path)).status);
      await pause(50);
    }
  })();
  return async () => {
    end.abort();
    await watching;
    return statuses;
  };
}

/** Every conclusion is there once, became one decision, and was told once. */
async function expectDecidedOnce(scene: Scene, analysts: readonly Analyst[]): Promise<void> {
  const { engine, clock, place, receiver, caseIds } = scene;
  // What an analyst does who saw "may or may not have been done": sends the same form again.
  for (const analyst of analysts)
    for (const sent of analyst.sent) await expect.poll(() => analyst.decide(sent)).toBe(303);
  const commands = analysts.flatMap(({ sent }) => sent.map(({ form }) => form['commandId']));
  const kept = await query<{ id: string }>(
    place.databaseUrl,
    'select command_id as id from conclusions',
  );
  expect(kept).toHaveLength(CASES);
  expect(new Set(kept.map(({ id }) => id))).toEqual(new Set(commands));

  clock.now += 60_000;
  let decided = 0;
  await expect.poll(async () => (decided += (await engine.wake()).length)).toBe(CASES);
  const rows = await query<{ id: string; count: number }>(
    place.databaseUrl,
    `select decision -> 'review' ->> 'caseId' as id, count(*)::integer as count
      from decisions where decision ->> 'stage' = 'review' group by 1`,
  );
  expect(new Map(rows.map(({ id, count }) => [id, count]))).toEqual(
    new Map(caseIds.map((id) => [id, 1])),
  );
  const { outbox } = engine.parts.ledger;
  const sender = webhookSender({
    outbox,
    clock: () => clock.now,
    chance: () => 0.5,
    loopback: true,
  });
  await sender.sendDue();
  const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
  expect(ids).toHaveLength(CASES);
  expect(new Set(ids).size).toBe(CASES);
}

describe.each(NETWORK_FAULTS)('$note', ({ mode }) => {
  test('PostgreSQL, while analysts work', async () =>
    inScene(async (scene) => {
      const { console, network } = scene;
      const health = watch(console, '/healthz');
      const door: number[] = [];
      const analysts = await workThrough(scene, async () => {
        await network.postgres.set(mode);
        const signIn = new Analyst(console.browser());
        for (let n = 0; n < 2; n += 1)
          door.push((await signIn.ask((browser) => browser.get('/sign-in'))).status);
        door.push((await signIn.ask(signInAs)).status);
        expect(signIn.slowest).toBeLessThan(LIMIT);
      });
      expect(new Set(await health())).toEqual(new Set([200]));
      if (typeof mode === 'string') expect(door.at(-1)).toBe(503);
      for (const { statuses, slowest } of analysts) {
        expect(statuses).toContain(503);
        expect(statuses.filter((status) => ![200, 303, 409, 503].includes(status))).toEqual([]);
        expect(slowest).toBeLessThan(LIMIT);
      }
      await network.postgres.set('pass');
      await expectDecidedOnce(scene, analysts);
    }));

  test('Redis, while analysts work', async () =>
    inScene(async (scene) => {
      const { console, network } = scene;
      const health = watch(console, '/healthz');
      const analysts = await workThrough(scene, () => network.redis.set(mode));
      expect(new Set(await health())).toEqual(new Set([200]));
      for (const { statuses, slowest } of analysts) {
        expect(statuses.filter((status) => ![200, 303, 503].includes(status))).toEqual([]);
        // Cases need no graph: work goes on, but for what a slow picture leaves no time for.
        expect(statuses.slice(4)).toContain(303);
        expect(slowest).toBeLessThan(LIMIT);
      }
      // Nor does what people concluded: it becomes decisions while the graph is still away.
      await expectDecidedOnce(scene, analysts);
    }));
});
