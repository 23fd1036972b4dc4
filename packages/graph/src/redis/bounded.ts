import { Redis, type Cluster } from 'ioredis';
import { GraphError } from '../errors.ts';
import { addressOf, isUnknownDatabase, refusalIn, troubleOf } from './trouble.ts';

/** Waits for a request for so many milliseconds at most, and tells what went wrong in this package's codes. */
export async function bounded<Value>(
  redis: Redis | Cluster,
  timeout: number,
  work: Promise<Value>,
): Promise<Value> {
  troubleOf(redis);
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

/** Redis is there, and will be of use once this is over. */
const NOT_YET = /^(CLUSTERDOWN|LOADING|MASTERDOWN|NOAUTH|WRONGPASS) /u;

/** It is the copy of another now: it takes no writes, or gives no answers for want of that one. */
const GAVE_WAY = /^(MASTERDOWN|READONLY) /u;

/** It has part of the keys, and is asked for all of them. */
const OF_A_CLUSTER = /^(CROSSSLOT|MOVED) /u;

function asGraphError(cause: unknown, { redis, timeout }: Circumstances): GraphError {
  if (cause instanceof GraphError) return cause;
  const text = cause instanceof Error ? cause.message : String(cause);
  const where = addressOf(redis);
  const server = where === '' ? 'redis' : `redis at ${where}`;
  const problem = (code: GraphError['code'], message: string): GraphError =>
    new GraphError(code, `${server} ${message}`, { cause });
  const refusal = refusalIn(text);
  // Who gave way to another is no longer whom its name leads to. A node of a cluster says so by `MOVED`, which is followed.
  if (GAVE_WAY.test(text) && redis instanceof Redis) redis.disconnect(true);
  const trouble = troubleOf(redis);
  if (trouble !== undefined && isUnknownDatabase(trouble))
    return problem('graph_bad_option', 'has no database of the number in its URL');
  // A server that cannot be reached is reported as such, also when what gave out first was our patience.
  if (redis.status !== 'ready' || refusal === undefined || NOT_YET.test(text)) {
    if (text === 'Command timed out' && redis.status === 'ready')
      return problem('graph_timeout', `gave no answer within ${timeout} ms`);
    const why = refusal ?? trouble;
    return problem('graph_unavailable', `cannot be reached${why === undefined ? '' : `: ${why}`}`);
  }
  if (text.startsWith('OOM ')) return problem('graph_full', 'is out of memory and takes no writes');
  if (OF_A_CLUSTER.test(text))
    return problem('graph_bad_option', 'is a node of a cluster: set the option `cluster`');
  return problem('graph_refused', `refused with \`${refusal}\``);
}
