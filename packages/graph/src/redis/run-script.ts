import { createHash } from 'node:crypto';
import type { Cluster, Redis } from 'ioredis';

/** What one script is given. */
export interface ScriptCall {
  readonly keys: readonly string[];
  readonly args: readonly (string | Buffer)[];
}

const digests = new Map<string, string>();

/** Runs a script by its digest, and by its text when the server has lost it. */
export async function runScript(
  redis: Redis | Cluster,
  lua: string,
  { keys, args }: ScriptCall,
): Promise<unknown> {
  const parameters = [...keys, ...args];
  try {
    return await redis.evalsha(digestOf(lua), keys.length, ...parameters);
  } catch (error) {
    if (!isUnknown(error)) throw error;
    return redis.eval(lua, keys.length, ...parameters);
  }
}

/** Whether the server has lost a script. */
export function isUnknown(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('NOSCRIPT');
}

/** What a server knows a script by. */
export function digestOf(lua: string): string {
  const known = digests.get(lua);
  if (known !== undefined) return known;
  const digest = createHash('sha1').update(lua).digest('hex');
  digests.set(lua, digest);
  return digest;
}
