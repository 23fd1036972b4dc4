import { setTimeout as pause } from 'node:timers/promises';
import { LedgerError } from '@doubletake/ledger';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NETWORK_FAULTS } from '../support/tcp-proxy.ts';
import { Host, LIMIT } from './host.ts';
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
}, 60_000);
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

describe.concurrent.each(NETWORK_FAULTS)('$note', ({ mode }) => {
  test('Redis, under load', async () =>
    over(async (network, place) => {
      const engine = await openAt(network.far);
      const host = new Host(engine);
      const stop = host.load(0);
      await pause(300);
      await network.redis.set(mode);
      const reached = await pause(1500).then(stop);
      await host.tell(reached);
      expectHeld(await host.ask(reached), 'graph');
      await network.redis.set('pass');
      await recovered(host, reached + 1);
      await expectPromiseKept([host], place, engine);
      await engine.close();
    }));

  test('Redis, at start', async () =>
    over(async (network, place) => {
      await network.redis.set(mode);
      const begun = performance.now();
      const engine = await openAt(network.far);
      expect(performance.now() - begun).toBeLessThan(LIMIT);
      const host = new Host(engine);
      expect(await host.tell(0)).toBe(true);
      expectHeld(await host.ask(0), 'graph');
      await network.redis.set('pass');
      await recovered(host, 1);
      await expectPromiseKept([host], place, engine);
      await engine.close();
    }));

  test('PostgreSQL, under load', async () =>
    over(async (network, place) => {
      const engine = await openAt(network.far);
      const host = new Host(engine);
      const stop = host.load(0);
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
      const begun = performance.now();
      await expect(openAt(network.far)).rejects.toThrow(LedgerError);
      expect(performance.now() - begun).toBeLessThan(LIMIT);
      await network.postgres.set('pass');
      const engine = await openAt(network.far);
      const host = new Host(engine);
      await recovered(host, 0);
      await expectPromiseKept([host], place, engine);
      await engine.close();
    }));
});
