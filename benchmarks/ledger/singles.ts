import { postgresLedger } from '@doubletake/ledger';
import type { ScreeningRecord } from '@doubletake/scoring';
import { openDoubletake, newKeysFile, parseKeys } from 'doubletake';
import { measure, type Latency } from '../graph/latency.ts';
import { startMeasured } from '../postgres.ts';
import { machine, median } from '../rounds.ts';
import { passingKeys, worldBatches } from './events.ts';

const AT = Date.UTC(2026, 11, 1);
const ROUNDS = 5;

/** How long one read and one commit take, one after the other and sixteen at once. */
export async function measureSingles(referrals: number): Promise<void> {
  const postgres = await startMeasured();
  const ledger = await postgresLedger({ url: postgres.url, ...passingKeys() });
  const engine = await openDoubletake({ keys: parseKeys(newKeysFile()), clock: () => AT });
  const batches = worldBatches(referrals, 1000);
  for (const batch of batches) await ledger.append(batch);
  const rewardIds = batches
    .flat()
    .flatMap((event) => (event.type === 'reward.accrued' ? [event.rewardId] : []));
  const records = (await ledger.readMany(rewardIds.slice(0, 500), AT)).filter(
    (record): record is ScreeningRecord => record !== undefined,
  );
  const [sample] = records;
  if (sample === undefined) throw new Error('no reward was recorded');
  const decision = await decisionLike(engine, batches.flat());
  let next = 0;
  const read = async (): Promise<unknown> =>
    ledger.read(rewardIds[(next += 1) % rewardIds.length] ?? '', AT);
  const commit = async (): Promise<unknown> => {
    const { rewardId } = records[(next += 1) % records.length]?.reward ?? sample.reward;
    const decisionId = `benchmark-${next}`;
    return ledger.commit({
      decision: { ...decision, rewardId, decisionId },
      trigger: `benchmark:${next}`,
    });
  };
  console.log('| | at once | p50 µs | p99 µs | per second | CPU µs |\n|---|---|---|---|---|---|');
  for (const [name, once] of Object.entries({ read, commit }))
    for (const concurrency of [1, 16]) {
      await measure(once, { concurrency, duration: 300 });
      const runs: Latency[] = [];
      for (let round = 0; round < ROUNDS; round += 1)
        runs.push(await measure(once, { concurrency, duration: 1000 }));
      const of = (['p50', 'p99', 'perSecond', 'cpu'] as const).map((column) =>
        median(runs.map((run) => run[column])),
      );
      console.log(`| ${[name, concurrency, ...of].join(' | ')} |`);
    }
  console.log(JSON.stringify(machine()));
  await engine.close();
  await ledger.close();
  await postgres.stop();
}

/** A decision as large as they are. */
async function decisionLike(
  engine: Awaited<ReturnType<typeof openDoubletake>>,
  events: Parameters<typeof engine.parts.ledger.append>[0],
) {
  await engine.parts.ledger.append(events);
  const reward = events.find((event) => event.type === 'reward.accrued');
  const decided = reward?.type === 'reward.accrued' && (await engine.screen(reward.rewardId));
  if (!decided) throw new Error('no reward was decided');
  return decided;
}
