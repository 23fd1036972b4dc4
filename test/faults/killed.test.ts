import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rebuildGraph } from '../../packages/doubletake/src/care/rebuild-graph.ts';
import { Host } from './host.ts';
import { runHostProcess } from './host-processes.ts';
import { expectHeld, expectPromiseKept } from './promise.ts';
import { recovered } from './recovered.ts';
import { networkTo, openAt, startServers, type Servers } from './stores.ts';

const KILLS = 3;

let servers: Servers;
beforeAll(async () => {
  servers = await startServers('--appendonly', 'no');
});
afterAll(async () => servers.stop());

describe('kill -9', () => {
  test('of the process, at random points under load', async () => {
    const place = await servers.place();
    const engine = await openAt(place);
    const told = new Host(engine);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const errand = {
        // Each begins where the last may have been cut off: what it repeats must change nothing.
        from: Math.max(0, Math.floor(told.answers.length / 3) - 4),
        onOpen: (child: { kill: (signal: 'SIGKILL') => boolean }) =>
          void pause(100 + Math.random() * 600).then(() => child.kill('SIGKILL')),
      };
      expect(await runHostProcess(place, told, errand)).toEqual([null, 'SIGKILL']);
    }
    await recovered(told, 100_000);
    await expectPromiseKept([told], place, engine);
    await engine.close();
  });

  test('of the process while it fills a graph anew', async () => {
    const place = await servers.place();
    const network = await networkTo(place);
    const engine = await openAt(place);
    const host = new Host(engine);
    // More than are followed step by step.
    await Promise.all(Array.from({ length: 140 }, async (_, n) => host.tell(n)));
    const whole = await engine.parts.graph.stats();
    await engine.parts.graph.clear();
    await network.redis.set({ latency: 300 });
    const killed = runHostProcess(network.far, host, {
      from: 140,
      onStart: (child) =>
        void expect
          .poll(async () => servers.redis.client.keys(`${place.prefix}{*}t*`), { timeout: 60_000 })
          .not.toEqual([])
          .finally(() => child.kill('SIGKILL')),
    });
    expect(await killed).toEqual([null, 'SIGKILL']);
    expect(await engine.parts.graph.cursor()).toBe(0);
    const again = await openAt(place);
    // Whoever comes next waits a moment for one that may be still at it, and tries again when asked again.
    const accounts = async (): Promise<number> => {
      await again.wake();
      return (await again.parts.graph.stats().catch(() => undefined))?.accounts ?? 0;
    };
    await expect.poll(accounts, { timeout: 40_000 }).toBeGreaterThanOrEqual(whole.accounts);
    // The process that was killed may have recorded more meanwhile.
    const filled = await again.parts.graph.stats();
    expect(filled).toEqual(await rebuildGraph(again.parts, () => {}));
    await host.ask(1);
    await expectPromiseKept([host], place, again);
    await Promise.all([engine.close(), again.close(), network.stop()]);
  });

  test('of Redis under load, back with nothing', async () => {
    const place = await servers.place();
    const engine = await openAt(place);
    const host = new Host(engine);
    const stop = await host.load(0);
    await pause(500);
    await servers.redis.kill();
    const reached = await pause(500).then(stop);
    expect(await host.tell(reached)).toBe(true);
    expectHeld(await host.ask(reached), 'graph');
    await servers.redis.restart();
    await recovered(host, reached + 1);
    await expectPromiseKept([host], place, engine);
    await engine.close();
  });

  test('of Redis, back with what it knew some time ago', async () => {
    const place = await servers.place();
    const engine = await openAt(place);
    const host = new Host(engine);
    for (const n of [0, 1, 2, 3]) await host.tell(n);
    await servers.redis.client.save();
    for (const n of [4, 5, 6, 7]) await host.tell(n);
    await servers.redis.kill();
    await servers.redis.restart();
    // Nobody asked meanwhile: whoever asks first must not be answered from what it forgot.
    await pause(500);
    for (const n of [4, 5, 6, 7]) await host.ask(n);
    await expectPromiseKept([host], place, engine);
    await engine.close();
  });

  test('of PostgreSQL under load', async () => {
    const place = await servers.place();
    const engine = await openAt(place);
    const host = new Host(engine);
    const stop = await host.load(0);
    await pause(500);
    await servers.postgres.kill();
    const reached = await pause(500).then(stop);
    expect(await host.tell(reached)).toBe(false);
    expectHeld(await host.ask(reached), 'ledger');
    await servers.postgres.restart();
    await recovered(host, reached + 1);
    await expectPromiseKept([host], place, engine);
    await engine.close();
  });
});
