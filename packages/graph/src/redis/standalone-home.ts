import { Redis } from 'ioredis';
import type { Home } from './home.ts';
import type { SettledOptions } from './options.ts';
import { swapTogether } from './swap.ts';

/** A single Redis server. */
export function standaloneHome(options: SettledOptions): Home {
  const redis = new Redis(options.url, {
    ...(options.tls ? { tls: options.tls } : {}),
    connectTimeout: options.connectTimeout,
    commandTimeout: options.timeout,
    lazyConnect: true,
  });
  return {
    redis,
    whole: true,
    read: async (groups) => Promise.all(groups.map(({ keys }) => redis.mgetBuffer([...keys]))),
    swap: async (swaps, seal) => swapTogether(redis, swaps, seal),
    servers: () => [redis],
  };
}
