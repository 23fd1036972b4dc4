import type { Facts } from '@doubletake/rules';
import { decide, pairOf, pairQuestion, type ScreeningRecord } from '@doubletake/scoring';
import { report, rounds, type Candidate } from '../rounds.ts';
import { allAccounts, AT, readRecords, recordWorld, type Inputs } from './inputs.ts';
import { Naive } from './naive.ts';

const PER_ROUND = 600;

/** Rounds that are not counted: until then what is measured is the compiler, whose threads work as much as ours. */
const WARM_UP = 8;

/** Does something with each of some things, so many at once. */
async function each<Item>(
  items: readonly Item[],
  concurrency: number,
  once: (item: Item, nth: number) => Promise<unknown>,
): Promise<number> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let nth = next++; nth < items.length; nth = next++) {
      const item = items[nth];
      if (item !== undefined) await once(item, nth);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return items.length;
}

/** The records as objects nobody has seen before, as a ledger gives them: nothing about them is remembered. */
class Fresh {
  readonly #texts: readonly string[];
  now: readonly ScreeningRecord[] = [];

  constructor(records: readonly ScreeningRecord[]) {
    this.#texts = records.map((record) => JSON.stringify(record));
  }

  readonly read = (): void => {
    this.now = this.#texts.map((text): ScreeningRecord => JSON.parse(text));
  };
}

async function screenOne({ doubletake }: Inputs, record: ScreeningRecord) {
  const { graph, hashing, policy } = doubletake.parts;
  const pair = pairOf(record, AT, hashing);
  const neighbourhood = await graph.gather(pairQuestion(pair));
  return decide({ pair, neighbourhood, decisionId: 'benchmark' }, policy);
}

/** Screens pairs whose profiles have been read, by us and by the naive version, at several concurrencies. */
export async function comparePairs(referrals: number): Promise<void> {
  const inputs = await recordWorld(referrals);
  const { parts } = inputs.doubletake;
  const records = (await readRecords(inputs)).slice(0, PER_ROUND);
  const naive = new Naive(inputs.redisUrl, parts.policy);
  await naive.load(await allAccounts(inputs), records);
  const known: Facts[] = [];
  for (const record of records) known.push((await screenOne(inputs, record)).facts);
  const tokens = (record: ScreeningRecord): number => {
    const { referrer, referee } = pairQuestion(pairOf(record, AT, parts.hashing));
    return referrer.tokens.length + referee.tokens.length;
  };
  const mean = (of: (record: ScreeningRecord) => number): string =>
    (records.reduce((sum, record) => sum + of(record), 0) / records.length).toFixed(1);
  console.log(
    `tokens looked up per pair: naive ${mean((record) => naive.reads(record))}, ours ${mean(tokens)}`,
  );
  const fresh = new Fresh(records);
  const candidates = (concurrency: number): Candidate[] => [
    {
      name: 'naive: pipeline, json-rules-engine, zod, email-addresses, libphonenumber',
      prepare: fresh.read,
      run: async () =>
        each(fresh.now, concurrency, async (record, nth) => naive.screen(record, known[nth] ?? {})),
    },
    {
      name: 'gather and decide',
      prepare: fresh.read,
      run: async () => each(fresh.now, concurrency, async (record) => screenOne(inputs, record)),
    },
    {
      name: 'the same, accounts screened before',
      run: async () => each(records, concurrency, async (record) => screenOne(inputs, record)),
    },
  ];
  await rounds(candidates(16), WARM_UP);
  for (const concurrency of [1, 16, 64])
    report(`screening, ${concurrency} at once`, await rounds(candidates(concurrency), 5));
  await naive.close();
  await inputs.close();
}
