import type { AccountState, ScreeningRecord } from '@doubletake/scoring';
import { openDoubletake, newKeysFile, parseKeys, type OpenDoubletake } from 'doubletake';
import { startServers } from '../graph/servers.ts';
import { generateWorld } from '../world/generate.ts';

/** When everything is screened: a year after the world's last day. */
export const AT = Date.UTC(2026, 11, 1);

/** A made-up world in real stores. */
export interface Inputs {
  readonly doubletake: OpenDoubletake;
  readonly redisUrl: string;
  readonly rewardIds: readonly string[];
  readonly close: () => Promise<void>;
}

const STEP = 2000;
const PATIENCE = 120_000;

/** Records a world of so many referrals; in memory and Redis, or in PostgreSQL and Redis. */
export async function recordWorld(referrals: number, databaseUrl?: string): Promise<Inputs> {
  const servers = await startServers(1, 21_710);
  const [redisUrl] = servers.url.split(',');
  // A server left behind by a run that was cut short would answer with what it still holds.
  await servers.clients[0]?.flushall();
  if (redisUrl === undefined) throw new Error('no server was started');
  const doubletake = await openDoubletake({
    redisUrl,
    keys: parseKeys(newKeysFile()),
    clock: () => AT,
    // A loaded machine is to be slow here, not to give up.
    redis: { timeout: PATIENCE },
    // All accounts of 10,000 rewards stay open, as in a process that was given the memory for it.
    database: { timeout: PATIENCE, profilesOpen: 32_768 },
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
  });
  const plan = { seed: 'screening', referrals, background: 2 * referrals, from: '2025-01-01' };
  const { events } = generateWorld({ ...plan, days: 300, rates: {} });
  for (let from = 0; from < events.length; from += STEP)
    await doubletake.recordMany(events.slice(from, from + STEP));
  const rewardIds = new Set(
    events.flatMap((event) => (event.type === 'reward.accrued' ? [event.rewardId] : [])),
  );
  return {
    doubletake,
    redisUrl,
    rewardIds: [...rewardIds],
    close: async () => {
      await doubletake.close();
      servers.stop();
    },
  };
}

/** Everything the screenings of all rewards read from the ledger, where both accounts are known. */
export async function readRecords({ doubletake, rewardIds }: Inputs): Promise<ScreeningRecord[]> {
  const records = await doubletake.parts.ledger.readMany(rewardIds, AT);
  return records.flatMap((record) =>
    record?.referral && record.referrer && record.referee ? [record] : [],
  );
}

/** Every account of the world. */
export async function allAccounts({ doubletake }: Inputs): Promise<readonly AccountState[]> {
  const batch = await doubletake.parts.ledger.changes(0, Number.MAX_SAFE_INTEGER);
  return batch?.accounts ?? [];
}
