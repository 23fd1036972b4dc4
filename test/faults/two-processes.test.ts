import { afterAll, beforeAll, expect, test } from 'vitest';
import { Host } from './host.ts';
import { runHostProcess } from './host-processes.ts';
import { expectPromiseKept } from './promise.ts';
import { openAt, startServers, type Servers } from './stores.ts';

let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
}, 60_000);
afterAll(async () => servers.stop());

test('two processes that record and screen the same rewards at once agree on every word', async () => {
  const place = await servers.place();
  const engine = await openAt(place);
  const hosts = [new Host(engine), new Host(engine)];
  // The second hears nothing that the first does not, and asks with the same triggers.
  const ends = await Promise.all(
    hosts.map(async (host) => runHostProcess(place, host, { from: 0, count: 60 })),
  );
  expect(ends).toEqual([
    [0, null],
    [0, null],
  ]);
  const [one = [], other = []] = hosts.map(({ answers }) =>
    answers.toSorted((a, b) => (a.decision.decisionId < b.decision.decisionId ? -1 : 1)),
  );
  expect(one).toHaveLength(180);
  expect(other).toEqual(one);
  await expectPromiseKept(hosts, place, engine);
  await engine.close();
}, 120_000);
