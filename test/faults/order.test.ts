import { setTimeout as pause } from 'node:timers/promises';
import { openDoubletake, type Decision } from 'doubletake';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Host } from './host.ts';
import { expectPromiseKept } from './promise.ts';
import { NOW, referralEvents, rewardsOf } from './referrals.ts';
import { KEYS, openAt, startServers, type Servers } from './stores.ts';

const DAY = 86_400_000;
const REFERRALS = Array.from({ length: 24 }, (_, n) => n);

let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(async () => servers.stop());

test('the clock going backwards, under load', async () => {
  const place = await servers.place();
  let now = NOW;
  const engine = await openAt(place, { clock: () => now });
  const host = new Host(engine);
  const stop = await host.load(0);
  for (let jump = 1; jump <= 10; jump += 1) {
    await pause(100);
    now -= jump % 3 === 0 ? -20 * DAY : 8 * DAY;
  }
  await stop();
  // A wait that was promised before the jump still ends, and asking once more is answered as before.
  now = NOW + DAY;
  await engine.wake();
  const before = host.answers.slice(-30);
  for (const { trigger, decision } of before)
    expect(await engine.screen(decision.rewardId, { trigger })).toEqual(decision);
  expect(await engine.wake()).toEqual([]);
  await expectPromiseKept([host], place, engine);
  await engine.close();
});

test('duplicate and out-of-order events, through two engines at once', async () => {
  const place = await servers.place();
  const engines = await Promise.all([openAt(place), openAt(place)]);
  const hosts = engines.map((engine) => new Host(engine));
  const events = REFERRALS.flatMap(referralEvents);
  // Every event goes to both, in two orders that have nothing in common with theirs.
  const shuffled = [events.toReversed(), events.toSorted((a, b) => hash(a) - hash(b))];
  await Promise.all(
    engines.map(async (engine, turn) => {
      for (const some of chunked(shuffled[turn] ?? [], 7)) {
        const answers = await engine.recordMany(some);
        expect(answers.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
        hosts[turn]?.events.push(...some);
      }
    }),
  );

  const model = await openDoubletake({ keys: KEYS, clock: () => NOW });
  await model.recordMany(events);
  const rewards = REFERRALS.flatMap(rewardsOf);
  const [first] = engines;
  const inOrder = await model.screenMany(rewards, { trigger: 'once' });
  expect(await first.screenMany(rewards, { trigger: 'once' })).toEqual(inOrder);
  expect(outcomes(inOrder)).toEqual(new Set(['release', 'block']));
  await expectPromiseKept(hosts, place, first);
  await Promise.all(engines.map(async (engine) => engine.close()));
});

const outcomes = (decisions: readonly (Decision | undefined)[]): ReadonlySet<string | undefined> =>
  new Set(decisions.map((decision) => decision?.outcome));

/** A fixed disorder. */
const hash = (event: object): number =>
  Buffer.from(JSON.stringify(event)).reduce((sum, byte) => (sum * 31 + byte) % 1_000_003, 7);

function* chunked<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
