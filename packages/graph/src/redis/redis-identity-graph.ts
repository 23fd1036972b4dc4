import type {
  AccountRef,
  IdentityGraph,
  Neighbourhood,
  PairQuestion,
  Token,
} from '@doubletake/scoring';
import { checkQuestion, checkWrite } from '../check.ts';
import { neighbourhood } from '../neighbourhood.ts';
import { tally } from '../tally.ts';
import { findRecord, unpackBucket } from './bucket.ts';
import { chunks } from './chunks.ts';
import { clusterHome } from './cluster-home.ts';
import { graphKeys, TOKEN_BYTES } from './keys.ts';
import type { RedisGraphOptions } from './options.ts';
import { unpackHolders } from './packed-holders.ts';
import { unpackKin } from './packed-kin.ts';
import { projectWrites } from './project-writes.ts';
import { SealedStore } from './sealed-store.ts';
import { settleOptions } from './settle-options.ts';
import { standaloneHome } from './standalone-home.ts';

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

  const gather = async (question: PairQuestion): Promise<Neighbourhood> => {
    checkQuestion(question);
    const accounts = await store.cutFor();
    if (accounts === undefined) return neighbourhood(question, NOTHING_KNOWN);
    const { referrer, referee } = question;
    const tokens = [...referrer.tokens, ...referee.tokens].map(({ token }) => token);
    const places = new Map(tokens.map((token) => [token, keys.holders(token, accounts)]));
    const kinPlace = keys.kin(referrer.account, accounts);
    const buckets = await store.read([kinPlace, ...places.values()]);
    const kin = unpackKin(findRecord(buckets.get(kinPlace.key), kinPlace.id));
    return neighbourhood(question, {
      ...kin,
      holders: (token: Token) => {
        const place = places.get(token);
        const record = place && findRecord(buckets.get(place.key), place.id);
        return record && unpackHolders(record);
      },
    });
  };

  return {
    gather,
    gatherMany: async (questions) => {
      const answers: Neighbourhood[] = [];
      for (const some of chunks(questions, AT_ONCE))
        answers.push(...(await Promise.all(some.map(gather))));
      return answers;
    },
    project: async (writes) => {
      writes.forEach(checkWrite);
      const accounts = await store.create();
      await projectWrites(writes, {
        store,
        holders: (token: Token) => keys.holders(token, accounts),
        kin: (account: AccountRef) => keys.kin(account, accounts),
      });
    },
    cursor: async () => store.cursor(),
    advance: async (cursor) => store.advance(cursor),
    clear: async () => store.clear(),
    stats: async () => {
      const count = tally();
      const seen = new Set<string>();
      for await (const page of store.everyKey()) {
        const fresh = page.filter((key) => keys.isHolders(key) && !seen.has(key));
        for (const key of fresh) seen.add(key);
        const slices = fresh.map((key) => ({ key, slice: keys.sliceOf(key) }));
        for (const bytes of (await store.read(slices)).values())
          for (const record of unpackBucket(bytes, TOKEN_BYTES).values())
            count.add(unpackHolders(record));
      }
      return count.stats();
    },
    close: async () => store.close(),
  };
}
