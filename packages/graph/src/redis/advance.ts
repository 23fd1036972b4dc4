import type { Cluster, Redis } from 'ioredis';
import { ADVANCE } from './advance.lua.ts';
import type { Advanced } from './home.ts';
import { runScript, type ScriptCall } from './run-script.ts';

/** Moves the cursor of one slice, if its seal is whole. */
export async function advance(redis: Redis | Cluster, call: ScriptCall): Promise<Advanced> {
  return (await runScript(redis, ADVANCE, call)) === 0 ? 'broken' : 'moved';
}
