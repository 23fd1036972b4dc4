import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Host } from './host.ts';
import { expectHeld, expectPromiseKept } from './promise.ts';
import { recovered } from './recovered.ts';
import { openAt, query, startServers, type Servers } from './stores.ts';

let servers: Servers;
beforeAll(async () => {
  servers = await startServers('--maxmemory-policy', 'noeviction');
});
afterAll(async () => servers.stop());

test('Redis out of memory, under load', async () => {
  const place = await servers.place();
  const engine = await openAt(place);
  const host = new Host(engine);
  const stop = await host.load(0);
  await pause(500);
  await servers.redis.client.config('SET', 'maxmemory', 1);
  const reached = await pause(500).then(stop);
  // It still answers reads, but from a graph that misses what could not be written.
  expect(await host.tell(reached)).toBe(true);
  const held = await host.ask(reached);
  expectHeld(held, 'graph');
  expect(new Set(held.map(({ degraded }) => degraded))).toEqual(new Set(['graph_full']));
  await servers.redis.client.config('SET', 'maxmemory', 0);
  await recovered(host, reached + 1);
  await expectPromiseKept([host], place, engine);
  await engine.close();
});

// A disk cannot be filled without an administrator's rights on every machine that runs this. A trigger raises what
// PostgreSQL raises then, 53100 in the middle of a transaction, from the tables that grow.
const DISK_FULL = `
  create function disk_full() returns trigger language plpgsql as $$ begin
    raise exception 'could not extend file: No space left on device' using errcode = 'disk_full';
  end $$;
  create trigger disk_full before insert on events execute function disk_full();
  create trigger disk_full before insert on decisions execute function disk_full()`;

test('PostgreSQL with its disk full, under load', async () => {
  const place = await servers.place();
  const engine = await openAt(place);
  const host = new Host(engine);
  const stop = await host.load(0);
  await pause(500);
  await query(place.databaseUrl, DISK_FULL);
  const reached = await pause(500).then(stop);
  expect(await host.tell(reached)).toBe(false);
  expectHeld(await host.ask(0, 'while full'), 'ledger');
  await query(place.databaseUrl, 'drop function disk_full() cascade');
  await recovered(host, reached + 1);
  await expectPromiseKept([host], place, engine);
  await engine.close();
});
