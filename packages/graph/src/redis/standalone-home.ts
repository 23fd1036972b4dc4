import { Redis } from 'ioredis';
import type { Home } from './home.ts';
import type { SettledOptions } from './options.ts';
import { readBuckets } from './read-buckets.ts';
import { swapTogether } from './swap.ts';

/** A single Redis server. */
export function standaloneHome(options: SettledOptions): Home {
  const redis = new Redis(options.url, {
    ...(options.tls ? { tls: options.tls } : {}),
    connectTimeout: options.connectTimeout,
    socketTimeout: options.timeout,
    maxRetriesPerRequest: 1,
    lazyConnect: true,
  });
  return {
    redis,
    keysTogether: 128,
    whole: true,
    read: async (groups) => Promise.all(groups.map(async ({ keys }) => readBuckets(redis, keys))),
    swap: async (swaps, seal) => swapTogether(redis, swaps, seal),
    servers: () => [redis],
  };
}
