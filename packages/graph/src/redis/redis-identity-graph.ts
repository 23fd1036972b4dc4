import type { AccountRef, IdentityGraph, Neighbourhood, PairQuestion } from '@doubletake/scoring';
import { checkQuestion, checkWrite } from '../check.ts';
import { graphBehind } from '../errors.ts';
import { neighbourhood } from '../neighbourhood.ts';
import { tally } from '../tally.ts';
import { allRecords, findRecord } from './bucket.ts';
import { chunks } from './chunks.ts';
import { clusterHome } from './cluster-home.ts';
import { graphKeys, TOKEN_BYTES } from './keys.ts';
import type { RedisGraphOptions } from './options.ts';
import { Hubs } from './hubs.ts';
import { unpackHolders } from './packed-holders.ts';
import { unpackKin } from './packed-kin.ts';
import { leased } from './lease.ts';
import { projectWrites } from './project-writes.ts';
import { SealedStore } from './sealed-store.ts';
import { settleOptions } from './settle-options.ts';
import { standaloneHome } from './standalone-home.ts';
import { sweep } from './sweep.ts';

/** Pairs asked about at once by `gatherMany`, and keys read at once when counting. */
const AT_ONCE = 256;

/** Nobody is around a pair while there is no graph. */
const NOTHING_KNOWN = { holders: () => undefined, referees: [], ancestry: [] };

/**
 * The identity graph in Redis 7 or Redis Cluster. Connects on first use. One request answers a pair, on a cluster one
 * to each node side by side.
 *
 * @throws GraphError `graph_bad_option`; its methods reject with the other codes, `graph_emptied` when the data is gone.
 */
export function redisIdentityGraph(options: RedisGraphOptions): IdentityGraph {
  const settled = settleOptions(options);
  const keys = graphKeys(settled.prefix);
  const home = settled.cluster ? clusterHome(settled) : standaloneHome(settled);
  const store = new SealedStore(home, keys, settled);
  const hubs = new Hubs();

  const gather = async (question: PairQuestion, reached = 0): Promise<Neighbourhood> => {
    checkQuestion(question);
    const accounts = store.accounts ?? (await store.look());
    if (accounts === undefined && reached > 0) throw graphBehind();
    if (accounts === undefined) return neighbourhood(question, NOTHING_KNOWN);
    const { referrer, referee } = question;
    const tokens = [...referrer.tokens, ...referee.tokens].map(({ token }) => token);
    const places = keys.allHolders(tokens, accounts);
    const kinPlace = keys.kin(referrer.account, accounts);
    const buckets = await store.read([...places, kinPlace], reached);
    return neighbourhood(question, {
      ...unpackKin(findRecord(buckets[places.length], kinPlace)),
      holders: (token, index) => {
        const place = places[index];
        const record = place && findRecord(buckets[index], place);
        return record && hubs.read(token, record);
      },
    });
  };

  return {
    shared: true,
    gather,
    gatherMany: async (questions, reached) => {
      const answers: Neighbourhood[] = [];
      for (const some of chunks(questions, AT_ONCE))
        answers.push(...(await Promise.all(some.map(async (each) => gather(each, reached)))));
      return answers;
    },
    project: async (writes) => {
      writes.forEach(checkWrite);
      const accounts = await store.create();
      await projectWrites(writes, {
        store,
        holders: (tokens) => keys.allHolders(tokens, accounts),
        kin: (account: AccountRef) => keys.kin(account, accounts),
      });
    },
    cursor: async () => store.cursor(),
    advance: async (cursor) => store.advance(cursor),
    dropKey: async (kid) => store.remove((key) => keys.isUnder(key, kid)),
    sweep: async (accounts) => sweep(new Set(accounts), { store, keys }),
    clear: async () => store.clear(),
    alone: async (work) => leased(work, { ...settled, redis: home.redis, key: keys.lease }),
    stats: async () => {
      const count = tally();
      const seen = new Set<string>();
      for await (const page of store.everyKey()) {
        const fresh = page.filter((key) => keys.isHolders(key) && !seen.has(key));
        for (const key of fresh) seen.add(key);
        for (const bucket of await store.read(fresh.map(keys.keyFrom)))
          for (const { record } of allRecords(bucket, TOKEN_BYTES))
            count.add(unpackHolders(record));
      }
      return count.stats();
    },
    close: async () => store.close(),
  };
}
