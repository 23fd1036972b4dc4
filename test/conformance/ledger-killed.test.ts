import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { pgliteLedger } from '@doubletake/ledger';
import { expect, test } from 'vitest';

const KILLS = 8;
const support = (file: string): string =>
  fileURLToPath(new URL(`../support/${file}`, import.meta.url));

test('what was acknowledged before a process was killed is there once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-killed-'));
  const key = randomBytes(32);
  const open = async () =>
    pgliteLedger({ folder, auditKey: key, keys: { current: 'k1', keys: new Map([['k1', key]]) } });
  try {
    let acknowledged = -1;
    for (let kill = 0; kill < KILLS; kill += 1)
      acknowledged = await writeUntilKilled(folder, key, acknowledged);

    const ledger = await open();
    const again = Array.from({ length: acknowledged + 1 }, (_, n) => ({
      id: `evt-${n}`,
      type: 'account.observed' as const,
      at: n * 1000,
      accountId: `acc-${n % 50}`,
      email: `${n}@example.com`,
    }));
    const answers = await ledger.append(again);
    expect(answers.filter(({ outcome }) => outcome !== 'duplicate')).toEqual([]);
    // The last batch of each process may have been committed without its acknowledgement arriving.
    const { events = 0 } = (await ledger.changes(0, 1_000_000)) ?? {};
    expect(events).toBeGreaterThanOrEqual(acknowledged + 1);
    expect(events).toBeLessThanOrEqual(acknowledged + 1 + 3);
    await ledger.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

/** Lets a process write on from an event, kills it at some moment, and returns the last event it acknowledged. */
async function writeUntilKilled(folder: string, key: Buffer, last: number): Promise<number> {
  const loader = ['--conditions=@doubletake/source', '--import', support('typescript-loader.mjs')];
  const writer = spawn(
    process.execPath,
    [...loader, support('ledger-writer.ts'), folder, String(last + 1)],
    {
      env: { ...process.env, LEDGER_KEY: key.toString('hex') },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const gone = once(writer, 'exit');
  let acknowledged = last;
  for await (const line of createInterface(writer.stdout)) {
    if (line === 'open') void pause(50 + Math.random() * 400).then(() => writer.kill('SIGKILL'));
    else acknowledged = Number(line);
  }
  expect(await gone).toEqual([null, 'SIGKILL']);
  return acknowledged;
}
