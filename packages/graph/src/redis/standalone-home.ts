import { Redis, ReplyError } from 'ioredis';
import { advance } from './advance.ts';
import { connectionSettings } from './connector.ts';
import type { Home } from './home.ts';
import type { SettledOptions } from './options.ts';
import { readAhead } from './read-ahead.ts';
import { readBuckets } from './read-buckets.ts';
import { swapTogether } from './swap.ts';

/** A single Redis server. */
export function standaloneHome(options: SettledOptions): Home {
  const redis = new Redis(options.url, {
    ...(options.tls ? { tls: options.tls } : {}),
    ...connectionSettings(options),
    // INVARIANT: what was under way when the connection broke is not sent again by itself: the server it would reach then
    // may lack what was written before.
    maxRetriesPerRequest: 0,
    lazyConnect: true,
  });
  readAhead(redis);
  let breaks = 0;
  redis.on('close', () => (breaks += 1));
  const read: Home['read'] = async (groups) =>
    Promise.all(groups.map(async ({ keys }) => readBuckets(redis, keys)));
  return {
    redis,
    keysTogether: 128,
    whole: true,
    read: async (groups) =>
      read(groups).catch(async (error: unknown) => {
        if (error instanceof ReplyError) throw error;
        return read(groups);
      }),
    swap: async (swaps, seal) => swapTogether(redis, swaps, seal),
    advance: async (_slice, call) => advance(redis, call),
    breaks: () => breaks,
    servers: () => [redis],
  };
}
