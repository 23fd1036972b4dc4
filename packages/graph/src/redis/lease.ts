import { randomBytes } from 'node:crypto';
import type { Cluster, Redis } from 'ioredis';
import { bounded } from './bounded.ts';
import { LEASE } from './lease.lua.ts';
import { runScript } from './run-script.ts';

/** How long a lease outlives a process that died over it, in milliseconds. */
const LIFE = 3000;

/** Where a lease is kept, and how long a request for it may take in milliseconds. */
export interface LeasePlace {
  readonly redis: Redis | Cluster;
  readonly key: string;
  readonly timeout: number;
}

/**
 * Does work that one process at a time is to do; nothing while another is at it. Whoever stands still for longer than a
 * lease lives may find another at it too.
 */
export async function leased<Result>(
  work: () => Promise<Result>,
  { redis, key, timeout }: LeasePlace,
): Promise<Result | undefined> {
  const name = randomBytes(8).toString('hex');
  const take = async (life: number): Promise<boolean> => {
    const call = { keys: [key], args: [name, String(life)] };
    return (await bounded(redis, timeout, runScript(redis, LEASE, call))) === 1;
  };
  if (!(await take(LIFE))) return undefined;
  // A renewal that fails leaves a lease that ends by itself, as one does that is not given back.
  const renewal = setInterval(() => void take(LIFE).catch(() => {}), LIFE / 3);
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    await take(0).catch(() => {});
  }
}
