import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { newKeysFile, openDoubletake, parseKeys, type OpenDoubletake } from 'doubletake';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPostgres, type PostgresServer } from '../support/postgres-server.ts';
import { identifiersOf, OLA, ZEB, type Person } from './persons.ts';
import { found } from './scan.ts';

const KEYS_FILE = newKeysFile();
const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

const seen = ({ accountId, ...shown }: Person): object => ({
  id: `seen-${accountId}`,
  type: 'account.observed',
  at: ago(100),
  accountId,
  ...shown,
});

const EVENTS: readonly object[] = [
  seen(ZEB),
  seen(OLA),
  {
    id: 'ref',
    type: 'referral.attributed',
    at: ago(40),
    referralId: 'ref-1',
    programmeId: 'guest-credit',
    referrerId: ZEB.accountId,
    refereeId: OLA.accountId,
  },
  {
    id: 'acc',
    type: 'reward.accrued',
    at: ago(30),
    rewardId: 'rew-1',
    programmeId: 'guest-credit',
    referralId: 'ref-1',
    beneficiaryId: ZEB.accountId,
    side: 'referrer',
    channel: 'referral',
    kind: 'credit',
    amount: { minor: 2000, currency: 'EUR' },
  },
];

let postgres: PostgresServer;
let engine: OpenDoubletake;
let folder = '';
beforeAll(async () => {
  postgres = await startPostgres({ fsync: 'off' });
  folder = await mkdtemp(join(tmpdir(), 'remembered-'));
  engine = await openDoubletake({ databaseUrl: postgres.url, keys: parseKeys(KEYS_FILE) });
  await engine.recordMany(EVENTS);
});
afterAll(async () => {
  await engine.close();
  await postgres.stop();
  await rm(folder, { recursive: true });
});

/** A process beside this one. */
function startBeside() {
  const child = spawn(
    process.execPath,
    [
      '--conditions=@doubletake/source',
      '--import',
      here('../support/typescript-loader.mjs'),
      here('remembering-process.ts'),
      postgres.url,
    ],
    { env: { ...process.env, PRIVACY_KEYS: KEYS_FILE }, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    /** Does something there; resolves when it is done. */
    tell: async (line: string): Promise<void> => {
      child.stdin.write(`${line}\n`);
      const { done = false } = await answers.next();
      if (done) throw new Error('the process beside ended');
    },
    close: (): void => void child.stdin.end(),
  };
}

/** Everything in the memory of a process, in lower case. */
async function memoryOf({ tell }: ReturnType<typeof startBeside>): Promise<string> {
  const file = join(folder, 'process.heapsnapshot');
  await tell(`heap ${file}`);
  return (await readFile(file, 'latin1')).toLowerCase();
}

test('a process that erases an account has nothing of it in memory; another one has not after ten minutes', async () => {
  const beside = startBeside();
  try {
    await beside.tell('screen rew-1');
    const before = await memoryOf(beside);
    for (const { email } of [ZEB, OLA])
      expect(found([email.toLowerCase()], [before])).toHaveLength(1);

    await beside.tell(`erase ${ZEB.accountId}`);
    expect(found(identifiersOf(ZEB), [await memoryOf(beside)])).toEqual([]);

    await beside.tell('screen rew-1');
    const gone = { id: 'gone', type: 'account.erased', at: ago(0), accountId: OLA.accountId };
    await engine.record(gone);
    await beside.tell('wait');
    expect(found(identifiersOf(OLA), [await memoryOf(beside)])).toEqual([]);
  } finally {
    beside.close();
  }
});
