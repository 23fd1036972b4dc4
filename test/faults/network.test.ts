import { setTimeout as pause } from 'node:timers/promises';
import { LedgerError } from '@doubletake/ledger';
import type { Decision, OpenDoubletake } from 'doubletake';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NETWORK_FAULTS } from '../support/tcp-proxy.ts';
import { HASTY, Host, LIMIT } from './host.ts';
import { ownTime } from '../support/own-time.ts';
import { expectHeld, expectPromiseKept } from './promise.ts';
import { recovered } from './recovered.ts';
import {
  networkTo,
  openAt,
  startServers,
  type Network,
  type Place,
  type Servers,
} from './stores.ts';

let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(async () => servers.stop());

/** A network of a test's own. */
async function over(work: (network: Network, place: Place) => Promise<void>): Promise<void> {
  const place = await servers.place();
  const network = await networkTo(place);
  try {
    await work(network, place);
  } finally {
    await network.stop();
  }
}

/** How often something is asked again for that the other store was slow: a second is little where these share two cores. */
const TIMES = 30;

/** Asks until it is so. Not by `poll`, which tests that run side by side cannot share. */
async function until<Answer>(
  isSo: (answer: Answer) => boolean,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  for (let times = 1; ; times += 1) {
    const answer = await ask();
    if (isSo(answer) || times === TIMES) return answer;
  }
}

/** An engine that is told soon that a store says nothing. */
const hasty = async (place: Place): Promise<OpenDoubletake> => openAt(place, { timeout: HASTY });

/** Opens what can be opened. */
async function opened(place: Place): Promise<OpenDoubletake> {
  const engine = await until(Boolean, async () => hasty(place).catch(() => undefined));
  return engine ?? hasty(place);
}

/** Held for the ledger, that was slow, nothing is kept of it, and it is asked again. */
const isKept = (all: readonly Decision[]): boolean =>
  all.every(({ degraded }) => degraded !== 'ledger_unavailable');

/** While Redis fails, what is told is recorded and what is asked is held for it, the ledger being there. */
async function expectHeldForGraph(host: Host, n: number): Promise<void> {
  expect(await until(Boolean, async () => host.tell(n))).toBe(true);
  expectHeld(await until(isKept, async () => host.ask(n)), 'graph');
}

describe.concurrent.each(NETWORK_FAULTS)('$note', ({ mode }) => {
  test('Redis, under load', async () =>
    over(async (network, place) => {
      const engine = await opened(network.far);
      const host = new Host(engine);
      const stop = await host.load(0);
      await pause(300);
      await network.redis.set(mode);
      const reached = await pause(1500).then(stop);
      await expectHeldForGraph(host, reached);
      await network.redis.set('pass');
      await recovered(host, reached + 1);
      await expectPromiseKept([host], place, engine);
      await engine.close();
    }));

  test('Redis, at start', async () =>
    over(async (network, place) => {
      await network.redis.set(mode);
      // It opens without, in the time it has for finding out.
      const passed = ownTime();
      const engine = await opened(network.far);
      expect(passed()).toBeLessThan(LIMIT);
      const host = new Host(engine);
      await expectHeldForGraph(host, 0);
      await network.redis.set('pass');
      await recovered(host, 1);
      await expectPromiseKept([host], place, engine);
      await engine.close();
    }));

  test('PostgreSQL, under load', async () =>
    over(async (network, place) => {
      const engine = await opened(network.far);
      const host = new Host(engine);
      const stop = await host.load(0);
      await pause(300);
      await network.postgres.set(mode);
      const reached = await pause(1500).then(stop);
      expect(await host.tell(reached)).toBe(false);
      expectHeld(await host.ask(reached), 'ledger');
      await network.postgres.set('pass');
      await recovered(host, reached + 1);
      await expectPromiseKept([host], place, engine);
      await engine.close();
    }));

  test('PostgreSQL, at start', async () =>
    over(async (network, place) => {
      await network.postgres.set(mode);
      const passed = ownTime();
      await expect(hasty(network.far)).rejects.toThrow(LedgerError);
      expect(passed()).toBeLessThan(LIMIT);
      await network.postgres.set('pass');
      const engine = await opened(network.far);
      const host = new Host(engine);
      await recovered(host, 0);
      await expectPromiseKept([host], place, engine);
      await engine.close();
    }));
});
