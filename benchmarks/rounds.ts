import { cpus, loadavg } from 'node:os';

/** One way of doing something, measured beside the others in every round. The first of them is the baseline. */
export interface Candidate {
  readonly name: string;
  /** Does it many times; returns how many. */
  readonly run: () => number | Promise<number>;
  /** Gets ready for a round; not measured. */
  readonly prepare?: () => void | Promise<void>;
}

/** Medians over all rounds. */
export interface Measured {
  readonly name: string;
  readonly perSecond: number;
  /** Microseconds of this process's CPU time each. */
  readonly cpu: number;
  /** How many times as many per second as the baseline in the same round. */
  readonly timesWall: number;
  /** How many times as many per second of CPU time. */
  readonly timesCpu: number;
}

/** Microseconds each, waiting and working. */
interface Sample {
  readonly wall: number;
  readonly cpu: number;
}

/** Measures candidates in interleaved rounds, the order turned round on every odd one; ratios are taken inside a round. */
export async function rounds(candidates: readonly Candidate[], count = 7): Promise<Measured[]> {
  const samples = new Map<Candidate, Sample[]>(candidates.map((candidate) => [candidate, []]));
  for (const candidate of candidates) await sample(candidate);
  for (let round = 0; round < count; round += 1)
    for (const candidate of round % 2 === 0 ? candidates : candidates.toReversed())
      samples.get(candidate)?.push(await sample(candidate));
  const [first] = candidates;
  const baseline = (first && samples.get(first)) ?? [];
  return [...samples].map(([{ name }, own]) => {
    const times = (of: keyof Sample): number =>
      median(own.map((each, round) => (baseline[round]?.[of] ?? NaN) / each[of]));
    return {
      name,
      perSecond: 1e6 / median(own.map(({ wall }) => wall)),
      cpu: median(own.map(({ cpu }) => cpu)),
      timesWall: times('wall'),
      timesCpu: times('cpu'),
    };
  });
}

async function sample({ run, prepare }: Candidate): Promise<Sample> {
  await prepare?.();
  const used = process.cpuUsage();
  const begun = performance.now();
  const done = await run();
  const wall = (performance.now() - begun) * 1000;
  const { user, system } = process.cpuUsage(used);
  return { wall: wall / done, cpu: (user + system) / done };
}

/** Prints measurements as a table, and as one line of JSON with the machine they were made on. */
export function report(title: string, measured: readonly Measured[]): void {
  console.log(`\n| ${title} | per second | CPU µs | × per second | × per CPU second |`);
  console.log('|---|---|---|---|---|');
  for (const { name, perSecond, cpu, timesWall, timesCpu } of measured)
    console.log(`| ${[name, ...[perSecond, cpu, timesWall, timesCpu].map(short)].join(' | ')} |`);
  console.log(JSON.stringify({ title, ...machine(), measured }));
}

/** What a figure depends on. */
export function machine(): Readonly<Record<string, unknown>> {
  const [first] = cpus();
  const load = loadavg().map((each) => Math.round(each * 10) / 10);
  return { cpu: first?.model, cores: cpus().length, node: process.version, load };
}

/** A figure in as many digits as mean something. */
function short(value: number): string {
  return value >= 100 ? Math.round(value).toString() : value.toPrecision(3);
}

/** The middle one. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
