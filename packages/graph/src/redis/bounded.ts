import type { Cluster, Redis } from 'ioredis';
import { GraphError } from '../errors.ts';

/** Waits for a request for so many milliseconds at most, and tells what went wrong in this package's codes. */
export async function bounded<Value>(
  redis: Redis | Cluster,
  timeout: number,
  work: Promise<Value>,
): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('Command timed out')), timeout);
  });
  try {
    return await Promise.race([work, late]);
  } catch (cause) {
    throw asGraphError(cause, { redis, timeout });
  } finally {
    clearTimeout(timer);
  }
}

interface Circumstances {
  readonly redis: Redis | Cluster;
  readonly timeout: number;
}

function asGraphError(cause: unknown, { redis, timeout }: Circumstances): GraphError {
  if (cause instanceof GraphError) return cause;
  const text = cause instanceof Error ? cause.message : String(cause);
  const problem = (code: GraphError['code'], message: string): GraphError =>
    new GraphError(code, message, { cause });
  // A server that cannot be reached is reported as such, also when what gave out first was our patience.
  if (redis.status !== 'ready') return problem('graph_unavailable', 'redis cannot be reached');
  if (text === 'Command timed out')
    return problem('graph_timeout', `redis gave no answer within ${timeout} ms`);
  const refusal = /^[A-Z]{2,}(?= )/.exec(text)?.[0];
  if (refusal === 'OOM') return problem('graph_full', 'redis is out of memory and takes no writes');
  if (refusal === 'MOVED')
    return problem('graph_refused', 'this redis is a node of a cluster: set the option `cluster`');
  if (refusal === undefined || refusal === 'CLUSTERDOWN' || refusal === 'LOADING')
    return problem('graph_unavailable', 'redis cannot be reached');
  return problem('graph_refused', `redis refused with \`${refusal}\``);
}
