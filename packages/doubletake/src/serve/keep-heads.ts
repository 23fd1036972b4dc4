import { open } from 'node:fs/promises';
import { unwritable } from '../cli/file-errors.ts';
import type { EngineParts } from '../engine/parts.ts';
import { heartbeat } from './heartbeat.ts';

/** Where the signed end of the audit trail is kept, and how often, in milliseconds. */
export interface HeadsPlace {
  readonly file: string;
  readonly every?: number;
}

const HOUR = 3_600_000;

/**
 * Adds the signed end of the audit trail to a file now and again, one line of JSON each; nothing in it is ever written
 * over. Gives what ends that.
 *
 * @throws CommandError `file_unwritable` when nothing can be added to the file: at the start, not an hour later.
 */
export async function keepHeads(
  { ledger, clock }: Pick<EngineParts, 'ledger' | 'clock'>,
  { file, every = HOUR }: HeadsPlace,
  onFailure: (error: unknown) => void,
): Promise<() => Promise<void>> {
  await added(file, '').catch((error: unknown) => {
    throw unwritable(file, error, 'name another in `DOUBLETAKE_AUDIT_HEADS`');
  });
  // By the machine's uptime: a clock that is put back would keep nothing for as long.
  let due = 0;
  return heartbeat(async () => {
    if (performance.now() < due) return;
    const head = await ledger.audit.head(clock());
    await added(file, `${JSON.stringify(head)}\n`);
    due = performance.now() + every;
  }, onFailure);
}

/** INVARIANT: opened to add only. On a line of its own, also behind one that a crash cut short; on the disk when it resolves. */
async function added(file: string, line: string): Promise<void> {
  const handle = await open(file, 'a+', 0o600);
  try {
    if (line === '') return;
    const { size } = await handle.stat();
    const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, Math.max(0, size - 1));
    const isWhole = size === 0 || buffer.toString() === '\n';
    await handle.appendFile(isWhole ? line : `\n${line}`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
