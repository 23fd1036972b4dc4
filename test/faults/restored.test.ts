import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDoubletake, type Decision, type OpenDoubletake } from 'doubletake';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { doubletake } from '../support/doubletake-command.ts';
import { PATIENT } from '../support/patient.ts';
import { Host } from './host.ts';
import { NOW } from './referrals.ts';
import { copyOf, KEYS, KEYS_FILE, openAt, putBack, query, startServers } from './stores.ts';
import type { Place, Servers } from './stores.ts';

let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(async () => servers.stop());

/** An engine that was told of some referrals, and everything it warned of. */
async function opened(place: Place, told: readonly number[] = []) {
  const warned: string[] = [];
  const engine = await openAt(place, { warn: (_, code) => warned.push(code) });
  onTestFinished(async () => engine.close());
  await tell(engine, told);
  return { engine, warned };
}

async function tell(engine: OpenDoubletake, told: readonly number[]): Promise<void> {
  const host = new Host(engine);
  for (const n of told) expect(await host.tell(n)).toBe(true);
}

/** A place whose database is some events further than the copy that was made of it. */
async function placeWithBackup(): Promise<{ readonly place: Place; readonly backup: string }> {
  const place = await servers.place();
  const first = await openAt(place);
  await tell(first, [0, 1]);
  await first.close();
  return { place, backup: await copyOf(place.databaseUrl) };
}

const shown = (decision: Decision | undefined): unknown => ({
  contributions: decision?.contributions,
  outcome: decision?.outcome,
  degraded: decision?.degraded,
});

/** What a process that knows of nothing else decides. */
async function decidedAlone(told: readonly number[], rewardId: string): Promise<unknown> {
  const model = await openDoubletake({ keys: KEYS, clock: () => NOW });
  await tell(model, told);
  return shown(await model.screen(rewardId));
}

/** Asks until there is an answer that is no stand-in: connections that were cut are opened anew. */
async function asked(engine: OpenDoubletake, rewardId: string): Promise<unknown> {
  let decision: Decision | undefined;
  const sound = async (): Promise<boolean> => {
    decision = await engine.screen(rewardId);
    return decision !== undefined && decision.degraded === undefined;
  };
  await expect.poll(sound).toBe(true);
  return shown(decision);
}

/** Tells until it is recorded. */
async function toldAtLast(engine: OpenDoubletake, n: number): Promise<void> {
  await expect.poll(async () => new Host(engine).tell(n)).toBe(true);
}

test('a graph that is ahead of a restored database is made anew', async () => {
  const { place, backup } = await placeWithBackup();
  const before = await openAt(place);
  await tell(before, [2, 3, 4]);
  await before.close();
  await putBack(place.databaseUrl, backup);
  const { engine, warned } = await opened(place, [5, 6]);
  expect(warned).toEqual(['graph_astray']);
  const alone = [0, 1, 5, 6];
  expect(shown(await engine.screen('rew-6-link'))).toEqual(await decidedAlone(alone, 'rew-6-link'));
  const fresh = await opened({ ...place, prefix: `${place.prefix}fresh:` });
  expect(await engine.parts.graph.stats()).toEqual(await fresh.engine.parts.graph.stats());
});

test('a running process whose database is put back forgets what that lost', async () => {
  const { place, backup } = await placeWithBackup();
  const { engine, warned } = await opened(place, [2, 3, 4]);
  await putBack(place.databaseUrl, backup);
  // Nobody told the ledger anything since.
  expect(await asked(engine, 'rew-1-link')).toEqual(await decidedAlone([0, 1], 'rew-1-link'));
  expect(warned).toEqual(['graph_astray']);
  await toldAtLast(engine, 6);
  expect(await asked(engine, 'rew-6-link')).toEqual(await decidedAlone([0, 1, 6], 'rew-6-link'));
  expect(warned).toEqual(['graph_astray']);
});

test.each([
  { note: 'before it is as long as it was', since: [5, 6] },
  { note: 'once it is longer than it ever was', since: [5, 6, 7, 8, 9, 10] },
])('what is told of a database that was put back is seen $note', async ({ since }) => {
  const { place, backup } = await placeWithBackup();
  const { engine } = await opened(place, [2, 3, 4]);
  // It keeps a graph of its own, and what the others do is seen in the ledger alone.
  const alone = await openDoubletake({
    databaseUrl: place.databaseUrl,
    keys: KEYS,
    clock: () => NOW,
    warn: () => {},
    database: PATIENT,
  });
  onTestFinished(async () => alone.close());
  await putBack(place.databaseUrl, backup);
  for (const n of since) await toldAtLast(engine, n);
  const model = await openDoubletake({ keys: KEYS, clock: () => NOW });
  await tell(model, [0, 1, ...since]);
  for (const rewardId of since.map((n) => `rew-${n}-link`))
    expect(await asked(alone, rewardId)).toEqual(shown(await model.screen(rewardId)));
});

test('the graph of another ledger is neither used nor touched, until it is taken over on purpose', async () => {
  const [theirs, other] = [await servers.place(), await servers.place()];
  // One that was not made from the same template.
  await query(other.databaseUrl, `update ledger_name set name = gen_random_uuid()::text`);
  const ours = { ...other, prefix: theirs.prefix };
  const { engine } = await opened(theirs, [0, 1, 2]);
  const before = await engine.parts.graph.stats();
  await expect(openAt(ours)).rejects.toMatchObject({ code: 'graph_of_another_ledger' });
  expect(await engine.parts.graph.stats()).toEqual(before);

  const cwd = await mkdtemp(join(tmpdir(), 'restored-'));
  onTestFinished(async () => rm(cwd, { recursive: true }));
  const env = {
    DATABASE_URL: ours.databaseUrl,
    REDIS_URL: ours.redisUrl,
    DOUBLETAKE_REDIS_PREFIX: ours.prefix,
    DOUBLETAKE_KEYS: KEYS_FILE,
  };
  expect(await doubletake(['graph', 'rebuild'], { env, cwd })).toMatchObject({ code: 0 });
  const taken = await opened(ours, [0]);
  expect(await taken.engine.screen('rew-0-link')).not.toHaveProperty('degraded');
  // Whoever lost it decides by the fail mode, and does not fight for it.
  expect(await engine.screen('rew-1-link')).toMatchObject({ degraded: 'graph_of_another_ledger' });
  expect(await taken.engine.screen('rew-0-link')).not.toHaveProperty('degraded');
});

test('a copy of a database that uses the same graph makes nobody believe what the other was told', async () => {
  const { place, backup } = await placeWithBackup();
  const one = await opened(place, [2, 3]);
  const two = await opened({ ...place, databaseUrl: backup }, [4, 5]);
  expect(two.warned).toEqual(['graph_astray']);
  const [mine, others] = [
    [0, 1, 2, 3],
    [0, 1, 4, 5],
  ];
  expect(await asked(one.engine, 'rew-3-link')).toEqual(await decidedAlone(mine, 'rew-3-link'));
  expect(await asked(two.engine, 'rew-5-link')).toEqual(await decidedAlone(others, 'rew-5-link'));
  await tell(one.engine, [6]);
  await tell(two.engine, [8]);
  const then = { mine: [...mine, 6], others: [...others, 8] };
  expect(await asked(one.engine, 'rew-6-link')).toEqual(
    await decidedAlone(then.mine, 'rew-6-link'),
  );
  expect(await asked(two.engine, 'rew-8-link')).toEqual(
    await decidedAlone(then.others, 'rew-8-link'),
  );
});
