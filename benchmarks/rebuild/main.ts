import { Redis } from 'ioredis';
import { newKeysFile, openDoubletake, parseKeys, type OpenDoubletake } from 'doubletake';
import { startServers } from '../graph/servers.ts';
import { worldBatches } from '../ledger/events.ts';
import { startMeasured } from '../postgres.ts';
import { report, rounds, type Candidate } from '../rounds.ts';
import { commandsIn, startRecordingProxy } from './recording-proxy.ts';

/** Commands that travel together in the bare load. */
const PIPELINE = 100;

/** How long a store may take to answer, in milliseconds. */
const PATIENCE = 120_000;

/** Brings the graph up to the ledger; waking waits for two seconds only. */
async function untilCurrent({ parts: { ledger, graph }, wake }: OpenDoubletake): Promise<void> {
  while ((await ledger.changes(await graph.cursor(), 1)) !== undefined) await wake();
}

const [referrals = '3000'] = process.argv.slice(2);
const postgres = await startMeasured();
const servers = await startServers(1, 21_720);
const [server] = servers.clients;
if (server === undefined) throw new Error('no server was started');
const proxy = await startRecordingProxy(21_720);
const options = {
  keys: parseKeys(newKeysFile()),
  databaseUrl: postgres.url,
  // A loaded machine is to be slow here, not to give up.
  database: { timeout: PATIENCE },
  // Before anything was due: nothing is owed, and waking only brings the graph up to the ledger.
  clock: () => 0,
};

const batches = worldBatches(Number(referrals), 1000);
const events = batches.length * 1000;
const redis = { timeout: PATIENCE };
const recorded = await openDoubletake({ ...options, redis, redisUrl: proxy.url });
for (const batch of batches) await recorded.parts.ledger.append(batch);
await untilCurrent(recorded);
await recorded.close();
const commands = commandsIn(proxy.recorded()).filter(
  ([name]) => !/^(info|client|hello|select)$/i.test(name?.toString() ?? ''),
);
proxy.stop();

const bare = new Redis(servers.url);
const doubletake = await openDoubletake({
  ...options,
  redisUrl: servers.url,
  redis: { ...redis, prefix: 'again:' },
});
const candidates: Candidate[] = [
  {
    name: `bare load of the same ${commands.length} commands, ${PIPELINE} to a pipeline`,
    prepare: async () => void (await server.flushall()),
    run: async () => {
      for (let from = 0; from < commands.length; from += PIPELINE) {
        const pipeline = bare.pipeline();
        for (const [name, ...values] of commands.slice(from, from + PIPELINE))
          pipeline.call(name?.toString() ?? '', ...values);
        await pipeline.exec();
      }
      return events;
    },
  },
  {
    name: 'rebuild by a fresh engine, its rules loaded too',
    prepare: async () => void (await server.flushall()),
    run: async () => {
      const fresh = await openDoubletake({ ...options, redis, redisUrl: servers.url });
      await fresh.close();
      return events;
    },
  },
  {
    name: 'the same by an engine that is open',
    prepare: async () => doubletake.parts.graph.clear(),
    run: async () => {
      await untilCurrent(doubletake);
      return events;
    },
  },
  {
    name: 'the same, every profile read again',
    prepare: async () => {
      await doubletake.parts.graph.clear();
      await doubletake.parts.ledger.census.forgetKept();
    },
    run: async () => {
      await untilCurrent(doubletake);
      return events;
    },
  },
];
report(`rebuilding a graph from ${events} events, by account`, await rounds(candidates, 5));
await bare.quit();
await doubletake.close();
servers.stop();
await postgres.stop();
