import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Decision } from 'doubletake';
import type { Host } from './host.ts';
import { KEYS_FILE, type Place } from './stores.ts';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

interface Line {
  readonly events?: readonly object[];
  readonly trigger?: string;
  readonly decisions?: readonly (Decision | null)[];
}

/** Our own process's word. */
// oxlint-disable-next-line typescript/no-unsafe-return -- what `host-process.ts` wrote, with nobody in between
const lineOf = (text: string): Line => JSON.parse(text);

/** Which referrals a host process works through. */
export interface Errand {
  readonly from: number;
  readonly count?: number;
  /** Told once it runs; it brings the graph up to the ledger first. */
  readonly onStart?: (child: ChildProcess) => void;
  /** Told once it is at work. */
  readonly onOpen?: (child: ChildProcess) => void;
}

/** Lets a host work in a process of its own; what it was told is added to a host's memory. Gives how it ended. */
export async function runHostProcess(
  place: Place,
  host: Host,
  { from, count = 1e9, onStart, onOpen }: Errand,
): Promise<readonly unknown[]> {
  const { databaseUrl, redisUrl, prefix } = place;
  const child = spawn(
    process.execPath,
    [
      '--conditions=@doubletake/source',
      '--import',
      here('../support/typescript-loader.mjs'),
      here('host-process.ts'),
      databaseUrl,
      redisUrl,
      prefix,
      String(from),
      String(count),
    ],
    { env: { ...process.env, FAULT_KEYS: KEYS_FILE }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  onStart?.(child);
  const gone = once(child, 'exit');
  for await (const text of createInterface(child.stdout)) {
    // The last line of a process that was killed may be cut short: that was no acknowledgement.
    if (!text.endsWith('}')) continue;
    const { events, trigger, decisions } = lineOf(text);
    if (!events && !decisions) onOpen?.(child);
    host.events.push(...(events ?? []));
    for (const decision of decisions ?? [])
      if (decision && trigger !== undefined) host.answers.push({ trigger, decision });
  }
  return gone;
}
