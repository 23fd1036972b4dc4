import { redisIdentityGraph } from '@doubletake/graph';
import { load } from './load.ts';
import { measure, median, type Latency } from './latency.ts';
import { questionAbout } from './population.ts';
import { startServers } from './servers.ts';

const ROUNDS = 7;

/** A loaded machine is to be slow here, not to give up. */
const PATIENCE = 120_000;

/** One shape of request, measured beside the others in every round. */
interface Shape {
  readonly name: string;
  readonly once: () => Promise<unknown>;
}

/** Compares gathering a pair with a PING, on one server and on a cluster of three, in interleaved rounds. */
export async function compareGather(accounts: number, concurrency: number): Promise<void> {
  const single = await startServers(1);
  const cluster = await startServers(3, 21_800);
  try {
    const alone = redisIdentityGraph({ url: single.url, accounts, timeout: PATIENCE });
    const spread = redisIdentityGraph({ url: cluster.url, accounts, timeout: PATIENCE });
    const loaded = [await load(alone, accounts), await load(spread, accounts)];
    console.log(`loaded ${accounts} accounts: single, cluster`, loaded);
    const pair = (): ReturnType<typeof questionAbout> =>
      questionAbout(1 + Math.floor(Math.random() * (accounts - 1)));
    const pairs = Array.from({ length: 10_000 }, pair);
    let next = 0;
    const question = (): (typeof pairs)[number] => pairs[(next += 1) % pairs.length] ?? pair();
    await report(concurrency, [
      { name: 'PING', once: async () => single.clients[0]?.ping() },
      { name: 'gather, one server', once: async () => alone.gather(question()) },
      { name: 'gather, cluster of 3', once: async () => spread.gather(question()) },
    ]);
    await alone.close();
    await spread.close();
  } finally {
    single.stop();
    cluster.stop();
  }
}

async function report(concurrency: number, shapes: readonly Shape[]): Promise<void> {
  const rounds: Latency[][] = [];
  for (const { once } of shapes) await measure(once, { concurrency, duration: 500 });
  for (let round = 0; round < ROUNDS; round += 1) {
    const order = round % 2 === 0 ? shapes : shapes.toReversed();
    const found = new Map<Shape, Latency>();
    for (const shape of order)
      found.set(shape, await measure(shape.once, { concurrency, duration: 500 }));
    rounds.push(shapes.flatMap((shape) => found.get(shape) ?? []));
  }
  console.log(
    `| concurrency ${concurrency} | p50 µs | p99 µs | per second | CPU µs | p50 : PING |`,
  );
  console.log('|---|---|---|---|---|---|');
  shapes.forEach(({ name }, shape) => {
    const ratio = median(
      rounds.map((round) => (round[shape]?.p50 ?? NaN) / (round[0]?.p50 ?? NaN)),
    );
    const columns = (['p50', 'p99', 'perSecond', 'cpu'] as const).map((column) =>
      median(rounds.map((round) => round[shape]?.[column] ?? NaN)),
    );
    console.log(`| ${name} | ${columns.join(' | ')} | ${ratio.toFixed(2)} |`);
  });
}
