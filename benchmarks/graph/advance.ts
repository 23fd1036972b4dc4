import { redisIdentityGraph } from '@doubletake/graph';
import { report, rounds } from '../rounds.ts';
import { writesOf } from './population.ts';
import { startServers } from './servers.ts';

const TIMES = 300;

async function times(once: () => Promise<void>): Promise<number> {
  for (let time = 0; time < TIMES; time += 1) await once();
  return TIMES;
}

/** What following the ledger costs a graph, one event at a time: an account's writes, and the cursor in every slice. */
export async function measureAdvance(): Promise<void> {
  const single = await startServers(1);
  const cluster = await startServers(3, 21_800);
  const [alone, spread] = [single, cluster].map(({ url }) =>
    redisIdentityGraph({ url, timeout: 10_000 }),
  );
  if (!alone || !spread) throw new Error('no graph was opened');
  let [written, reached] = [0, 0];
  const homes = { 'one server': alone, 'a cluster of 3': spread };
  const measured = await rounds(
    Object.entries(homes).flatMap(([where, graph]) => [
      {
        name: `write an account, ${where}`,
        run: async () => times(async () => graph.project(writesOf((written += 1)))),
      },
      {
        name: `advance the cursor, ${where}`,
        run: async () => times(async () => graph.advance((reached += 1))),
      },
    ]),
  );
  report('following one event', measured);
  await Promise.all([alone.close(), spread.close()]);
  single.stop();
  cluster.stop();
}
