import { randomBytes } from 'node:crypto';
import { GraphError } from '../errors.ts';
import { ADVANCE } from './advance.lua.ts';
import { bounded } from './bounded.ts';
import { chunks } from './chunks.ts';
import { groupedBy } from './grouped-by.ts';
import type { Home } from './home.ts';
import type { Keys } from './keys.ts';
import type { SettledOptions } from './options.ts';
import { runScript } from './run-script.ts';
import { SLICES } from './slices.ts';
import type { Swap } from './swap.ts';

/** A bucket, by its key and the slice it lies in. */
export interface BucketKey {
  readonly key: string;
  readonly slice: number;
}

/** Buckets found, by key. */
export type Buckets = ReadonlyMap<string, Buffer>;

/** Keys named by one command at most: beyond that, others would wait for it. */
const KEYS_AT_ONCE = 512;

const ALL_SLICES: readonly number[] = Array.from({ length: SLICES }, (_, slice) => slice);

/**
 * Buckets in Redis under a seal: every slice holds the name of the graph it belongs to, and every request brings it
 * along. A server that lost its data, or another process that rebuilt the graph, breaks the seal, and the request fails
 * instead of answering that nobody holds anything.
 */
export class SealedStore {
  readonly #home: Home;
  readonly #keys: Keys;
  readonly #options: SettledOptions;
  #seal: string | undefined;
  #turn: { readonly wanted: Map<string, BucketKey>; readonly found: Promise<Buckets> } | undefined;

  constructor(home: Home, keys: Keys, options: SettledOptions) {
    this.#home = home;
    this.#keys = keys;
    this.#options = options;
    // Failures reach whoever asked; without a listener ioredis would print them as well.
    home.redis.on('error', () => {});
  }

  /** How many accounts the graph was cut for; nothing while there is no graph. */
  async cutFor(): Promise<number | undefined> {
    this.#seal ??= (await this.#seals([0]))[0];
    return this.#seal === undefined ? undefined : Number.parseInt(this.#seal, 10);
  }

  /** The same, once there is a graph: an empty one is sealed if need be. */
  async create(): Promise<number> {
    const { redis } = this.#home;
    const known = await this.cutFor();
    if (known !== undefined) return known;
    const own = `${this.#options.accounts}.${randomBytes(8).toString('hex')}`;
    await this.#within(redis.set(this.#keys.seal(0), own, 'NX'));
    // Another process may have been first; then its seal is everybody's.
    const seal = (await this.#seals([0]))[0] ?? own;
    const others = ALL_SLICES.map(async (slice) => redis.set(this.#keys.seal(slice), seal, 'NX'));
    await this.#within(Promise.all(others));
    this.#seal = seal;
    return Number.parseInt(seal, 10);
  }

  /** Reads buckets. On a cluster, all that is asked in one turn travels together. */
  async read(wanted: readonly BucketKey[]): Promise<Buckets> {
    if (this.#home.whole) return this.#fetch(wanted);
    this.#turn ??= this.#nextTurn();
    for (const bucket of wanted) this.#turn.wanted.set(bucket.key, bucket);
    return this.#turn.found;
  }

  /** Replaces buckets; returns the keys of those that were changed since they were read. */
  async swap(swaps: readonly Swap[]): Promise<ReadonlySet<string>> {
    const refused = await this.#within(
      Promise.all(
        this.#batches(swaps).map(async ({ slice, items }) => {
          const seal = { key: this.#keys.seal(slice), text: this.#known() };
          const swapped = await this.#home.swap(items, seal);
          return swapped === 'broken' ? this.#broken() : swapped;
        }),
      ),
    );
    return new Set(refused.flat());
  }

  /** How far the graph has come; 0 when it, or a slice of it, is missing. */
  async cursor(): Promise<number> {
    const seals = new Set(await this.#seals(ALL_SLICES));
    const [seal] = seals;
    if (seals.size > 1 || seal === undefined) return 0;
    this.#seal = seal;
    return Number(await this.#within(this.#home.redis.get(this.#keys.cursor)));
  }

  async advance(cursor: number): Promise<void> {
    await this.create();
    const keys = [this.#keys.seal(0), this.#keys.cursor];
    const call = { keys, args: [this.#known(), String(cursor)] };
    const done = await this.#within(runScript(this.#home.redis, ADVANCE, call));
    if (done === 0) this.#broken();
  }

  /** Removes every key; the seals first, so that nobody takes a half-empty graph for an answer. */
  async clear(): Promise<void> {
    const { redis } = this.#home;
    const remove = async (keys: readonly string[]): Promise<void> => {
      await this.#within(Promise.all(keys.map(async (key) => redis.unlink(key))));
    };
    await remove(ALL_SLICES.map((slice) => this.#keys.seal(slice)));
    for await (const keys of this.everyKey()) await remove(keys);
    this.#seal = undefined;
  }

  /** Every key, some at a time; one written meanwhile may be missed. */
  async *everyKey(): AsyncGenerator<readonly string[]> {
    await this.#within(this.#home.redis.ping());
    for (const server of this.#home.servers()) {
      let from = '0';
      do {
        const page = server.scan(from, 'MATCH', this.#keys.pattern, 'COUNT', 1000);
        const [next, keys] = await this.#within(page);
        yield keys;
        from = next;
      } while (from !== '0');
    }
  }

  async close(): Promise<void> {
    this.#home.redis.disconnect();
  }

  #nextTurn(): { wanted: Map<string, BucketKey>; found: Promise<Buckets> } {
    const wanted = new Map<string, BucketKey>();
    const found = Promise.resolve().then(async () => {
      this.#turn = undefined;
      return this.#fetch([...wanted.values()]);
    });
    return { wanted, found };
  }

  async #fetch(wanted: readonly BucketKey[]): Promise<Buckets> {
    if (wanted.length === 0) return new Map();
    const groups = this.#batches(wanted).map(({ slice, items }) => ({
      slice,
      keys: [this.#keys.seal(slice), ...items.map(({ key }) => key)],
    }));
    const replies = await this.#within(this.#home.read(groups));
    const found = new Map<string, Buffer>();
    const seal = this.#known();
    groups.forEach(({ keys }, index) => {
      const values = replies[index] ?? [];
      if (values[0]?.toString() !== seal) this.#broken();
      values.forEach((value, position) => {
        if (value && position > 0) found.set(keys[position] ?? '', value);
      });
    });
    return found;
  }

  /** Cuts what is asked into what one command may name. */
  #batches<Item extends BucketKey>(items: readonly Item[]): { slice: number; items: Item[] }[] {
    const shares = groupedBy(items, ({ slice }) => (this.#home.whole ? 0 : slice));
    return [...shares].flatMap(([slice, share]) =>
      chunks(share, KEYS_AT_ONCE).map((chunk) => ({ slice, items: chunk })),
    );
  }

  async #seals(slices: readonly number[]): Promise<(string | undefined)[]> {
    const groups = slices.map((slice) => ({ slice, keys: [this.#keys.seal(slice)] }));
    const replies = await this.#within(this.#home.read(groups));
    return replies.map(([seal]) => seal?.toString());
  }

  #known(): string {
    return this.#seal ?? this.#broken();
  }

  #broken(): never {
    throw new GraphError(
      'graph_emptied',
      'the graph was emptied or rebuilt since it was last looked at: read its cursor and project from there',
    );
  }

  async #within<Value>(work: Promise<Value>): Promise<Value> {
    return bounded(this.#home.redis, this.#options.timeout, work);
  }
}
