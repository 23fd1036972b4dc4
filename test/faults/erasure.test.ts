import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Host } from './host.ts';
import { NOW } from './referrals.ts';
import { networkTo, openAt, query, startServers, type Servers } from './stores.ts';

let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
}, 60_000);
afterAll(async () => servers.stop());

const event = (id: string, accountId: string, rest: object): object => ({
  id,
  accountId,
  at: new Date(NOW).toISOString(),
  ...rest,
});

test('an erasure that Redis keeps from being done is told so, and nothing beside it is lost', async () => {
  const place = await servers.place();
  const network = await networkTo(place);
  const engine = await openAt(network.far);
  const host = new Host(engine);
  await host.tell(0);
  await network.redis.set('refuse');
  const events = [
    event('before', 'new-1', { type: 'account.observed', status: 'active' }),
    event('gone', 'friend-0', { type: 'account.erased' }),
    event('after', 'new-2', { type: 'account.observed', status: 'active' }),
  ];
  expect(await engine.recordMany(events)).toEqual([
    { outcome: 'recorded', id: 'before' },
    { outcome: 'unavailable', id: 'gone', code: 'graph_unavailable' },
    { outcome: 'recorded', id: 'after' },
  ]);
  const kept = `select event_id as id from events where event_id in ('before', 'gone', 'after') order by seq`;
  expect(await query(place.databaseUrl, kept)).toEqual([{ id: 'before' }, { id: 'after' }]);
  await network.redis.set('pass');
  await expect
    .poll(async () => (await engine.recordMany(events)).map(({ outcome }) => outcome), {
      timeout: 5000,
    })
    .toEqual(['duplicate', 'recorded', 'duplicate']);
  expect(await engine.parts.ledger.profile('friend-0')).toBeUndefined();
  await Promise.all([engine.close(), network.stop()]);
});

test('an erasure after Redis closed a connection nobody used is done at once', async () => {
  const place = await servers.place();
  const engine = await openAt(place);
  await new Host(engine).tell(0);
  await servers.redis.client.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
  // Until the other end has heard of it.
  await pause(200);
  const gone = event('gone-idle', 'friend-0', { type: 'account.erased' });
  expect(await engine.record(gone)).toEqual({ outcome: 'recorded', id: 'gone-idle' });
  expect(await engine.parts.ledger.profile('friend-0')).toBeUndefined();
  await engine.close();
});
