import { memoryIdentityGraph } from '@doubletake/graph';
import { postgresPool } from '@doubletake/ledger';
import type { OpenDoubletake } from 'doubletake';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catchUp } from '../../packages/doubletake/src/engine/project.ts';
import { PATIENT } from '../support/patient.ts';
import { HASTY, Host } from './host.ts';
import { NOW } from './referrals.ts';
import { networkTo, openAt, startServers, type Servers } from './stores.ts';

let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(async () => servers.stop());

const event = (id: string, accountId: string, rest: object): object => ({
  id,
  accountId,
  at: new Date(NOW).toISOString(),
  ...rest,
});

const eraseFriend = event('gone', 'friend-0', { type: 'account.erased' });

test('an erasure while Redis refuses is done in the ledger, and in the graph once Redis is back', async () => {
  const place = await servers.place();
  const network = await networkTo(place);
  const engine = await openAt(network.far);
  const host = new Host(engine);
  await host.tell(0);
  await network.redis.set('refuse');
  const events = [
    event('before', 'new-1', { type: 'account.observed', status: 'active' }),
    eraseFriend,
    event('after', 'new-2', { type: 'account.observed', status: 'active' }),
  ];
  expect((await engine.recordMany(events)).map(({ outcome }) => outcome)).toEqual(
    events.map(() => 'recorded'),
  );
  expect(await engine.parts.ledger.profile('friend-0')).toBeUndefined();
  await network.redis.set('pass');
  await expectAsAnew(engine);
  await Promise.all([engine.close(), network.stop()]);
});

test('an erasure that the database keeps from being done leaves everybody in the graph', async () => {
  const place = await servers.place();
  const engine = await openAt(place, { timeout: 2 * HASTY });
  await new Host(engine).tell(0);
  const before = await engine.parts.graph.stats();
  const holding = postgresPool({ url: place.databaseUrl, ...PATIENT });
  const held = await holding.connect();
  await held.query(`begin; select pg_advisory_xact_lock(hashtext('doubletake.append'))`);
  expect(await engine.record(eraseFriend)).toMatchObject({ outcome: 'unavailable' });
  expect(await engine.parts.graph.stats()).toEqual(before);
  await held.query('rollback');
  held.release();
  await holding.end();
  expect(await engine.record(eraseFriend)).toMatchObject({ outcome: 'recorded' });
  await expectAsAnew(engine);
  await engine.close();
});

test('who was erased by a process that died over it leaves the graph all the same', async () => {
  const place = await servers.place();
  const [killed, engine] = [await openAt(place), await openAt(place)];
  await new Host(engine).tell(0);
  await killed.parts.ledger.records.erase({
    id: 'gone',
    type: 'account.erased',
    at: NOW,
    accountId: 'friend-0',
  });
  await killed.close();
  await expectAsAnew(engine);
  await engine.close();
});

test('what one process records of an account while another erases it stays nowhere', async () => {
  const place = await servers.place();
  const [one, other] = [await openAt(place), await openAt(place)];
  const ids = Array.from({ length: 20 }, (_, n) => `racer-${n}`);
  await one.recordMany(ids.map((id) => event(`first-${id}`, id, seenAs(`${id}.first@gmail.com`))));
  for (const id of ids)
    await Promise.all([
      one.record(event(`gone-${id}`, id, { type: 'account.erased' })),
      other.record(event(`second-${id}`, id, seenAs(`${id}.second@gmail.com`))),
    ]);
  await expectAsAnew(one);
  expect(await one.parts.graph.stats()).toMatchObject({ accounts: 0 });
  await Promise.all([one.close(), other.close()]);
});

const seenAs = (email: string): object => ({ type: 'account.observed', email });

/** The graph shows, at the latest when it is next followed, what one made anew does. */
async function expectAsAnew(engine: OpenDoubletake): Promise<void> {
  const ledger = engine.parts.ledger;
  const anew = memoryIdentityGraph();
  await catchUp({ ...engine.parts, graph: anew });
  await expect
    .poll(async () => {
      await engine.wake();
      return engine.parts.graph.stats();
    })
    .toEqual(await anew.stats());
  expect(await ledger.changes(await engine.parts.graph.cursor(), 1)).toBeUndefined();
}

test('an erasure after Redis closed a connection nobody used is done at once', async () => {
  const place = await servers.place();
  const engine = await openAt(place);
  await new Host(engine).tell(0);
  const { client } = servers.redis;
  const newest = async (): Promise<number> =>
    Math.max(
      ...[...String(await client.client('LIST')).matchAll(/\bid=(\d+)/gu)].map(([, id]) =>
        Number(id),
      ),
    );
  const before = await newest();
  await client.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
  // Until the other end has heard of it, and opened another.
  await expect.poll(newest).toBeGreaterThan(before);
  const gone = event('gone-idle', 'friend-0', { type: 'account.erased' });
  expect(await engine.record(gone)).toEqual({ outcome: 'recorded', id: 'gone-idle' });
  expect(await engine.parts.ledger.profile('friend-0')).toBeUndefined();
  await engine.close();
});
