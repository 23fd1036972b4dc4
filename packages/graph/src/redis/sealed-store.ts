import { GraphError } from '../errors.ts';
import { BatchedReads, type Fetch, type Found, type Shown } from './batched-reads.ts';
import { bounded } from './bounded.ts';
import type { BucketKey } from './bucket-key.ts';
import { chunks } from './chunks.ts';
import { serverCheck } from './server-check.ts';
import { groupedBy } from './grouped-by.ts';
import type { Home } from './home.ts';
import type { Keys } from './keys.ts';
import type { SettledOptions } from './options.ts';
import { newName, sealFrom, sealText, taken, type Seal } from './seal.ts';
import { ALL_SLICES } from './slices.ts';
import type { Swap } from './swap.ts';

/** Keys named by one command at most: beyond that, others would wait for it. */
const KEYS_AT_ONCE = 512;

/** How often in a row the graph is looked at when its home breaks under the look. */
const LOOKS = 3;

/**
 * Buckets in Redis under a seal: every slice holds the name of the graph it belongs to and how far it has come, and
 * every request brings that along. A server that lost its data, or another process that rebuilt the graph, breaks the
 * seal; a replica that took over without the last writes shows how far it is behind. Then the request fails instead of
 * answering that nobody holds anything.
 */
export class SealedStore {
  readonly #home: Home;
  readonly #keys: Keys;
  readonly #options: SettledOptions;
  /** Those that bear a seal: on a single server the first stands for all. */
  readonly #slices: readonly number[];
  readonly #checkServer: () => Promise<void>;
  readonly #reads: BatchedReads;
  #seal: string | undefined;
  #accounts: number | undefined;
  /** How often its home had broken when it was last looked at: it may have lost something with every time since. */
  #lookedAt = 0;
  /** How often it had when it was emptied, until it is made anew. */
  #emptiedAt: number | undefined;
  /** Whether it is gone: the cursor's slices disagree, or there are none. */
  #isLost = false;

  constructor(home: Home, keys: Keys, options: SettledOptions) {
    this.#home = home;
    this.#keys = keys;
    this.#options = options;
    this.#slices = home.whole ? [0] : ALL_SLICES;
    this.#checkServer = serverCheck(home);
    this.#reads = new BatchedReads(home, async (wanted) => this.#fetch(wanted));
    // Failures reach whoever asked; without a listener ioredis would print them as well.
    home.redis.on('error', () => {});
  }

  /** How many accounts the graph was cut for, as far as this process knows. */
  get accounts(): number | undefined {
    return this.#accounts;
  }

  /** The same, after a look; nothing while there is no graph. */
  async look(): Promise<number | undefined> {
    if (this.#seal !== undefined) return this.#accounts;
    await this.#within(this.#checkServer());
    const lookedAt = this.#home.breaks();
    this.#adopt((await this.#seals([0]))[0]?.name, lookedAt);
    return this.#accounts;
  }

  /** The same, once there is a graph: an empty one is sealed if need be. */
  async create(): Promise<number> {
    const { redis } = this.#home;
    // INVARIANT: what was written before the connection broke may be gone, so nothing is built upon it unlooked.
    if (this.#wasAway) {
      await this.#within(redis.ping());
      this.#broken();
    }
    // What was emptied is back with a server that took over since and never heard of it.
    if (this.#emptiedAt !== undefined && this.#emptiedAt !== this.#home.breaks())
      await this.clear();
    const known = await this.look();
    if (known !== undefined && !this.#isLost) return known;
    if (await this.#isInPieces()) await this.clear();
    const lookedAt = this.#home.breaks();
    const own = newName(this.#options);
    await this.#within(redis.set(this.#keys.seal(0).key, sealText(own, 0), 'NX'));
    // Another process may have been first; then its seal is everybody's.
    const seal = (await this.#seals([0]))[0]?.name ?? own;
    const text = sealText(seal, 0);
    const all = this.#slices.map(async (slice) =>
      redis.set(this.#keys.seal(slice).key, text, 'NX'),
    );
    await this.#within(Promise.all(all));
    this.#adopt(seal, lookedAt);
    return Number.parseInt(seal, 10);
  }

  /**
   * Reads buckets. All that is asked in one turn of the event loop travels together.
   * @throws GraphError `graph_behind` when what they show has not `reached` so far.
   */
  async read(wanted: readonly BucketKey[], reached = 0): Promise<Found> {
    return this.#reads.read(wanted, reached);
  }

  /** Replaces buckets; returns the keys of those that were changed since they were read. */
  async swap(swaps: readonly Swap[]): Promise<ReadonlySet<string>> {
    const shares = groupedBy(swaps, ({ place }) => (this.#home.whole ? 0 : place.slice));
    const swapShare = async ([slice, share]: readonly [number, readonly Swap[]]): Promise<
      readonly string[]
    > => {
      const seal = { key: this.#keys.seal(slice).key, text: sealText(this.#known()) };
      const refused = await Promise.all(
        chunks(share, KEYS_AT_ONCE).map(async (some) => this.#home.swap(some, seal)),
      );
      return refused.flatMap((keys) => (keys === 'broken' ? this.#broken() : keys));
    };
    return new Set((await this.#within(Promise.all([...shares].map(swapShare)))).flat());
  }

  /** How far it has come: as far as the slice that is furthest behind; 0 when one is missing, below that when it is nobody's. */
  async cursor(): Promise<number> {
    await this.#within(this.#checkServer());
    let lookedAt = this.#home.breaks();
    let seals = await this.#seals(this.#slices);
    // What broke under the look may have been looked at before it did.
    for (let looks = 1; lookedAt !== this.#home.breaks() && looks < LOOKS; looks += 1) {
      lookedAt = this.#home.breaks();
      seals = await this.#seals(this.#slices);
    }
    const name = seals[0]?.name;
    this.#lookedAt = lookedAt;
    this.#isLost = name === undefined || seals.some((seal) => seal?.name !== name);
    if (this.#isLost) return 0;
    this.#adopt(name, lookedAt);
    return Math.min(...seals.map((seal) => seal?.cursor ?? 0));
  }

  async advance(cursor: number): Promise<void> {
    // INVARIANT: a graph made anew has to be filled before it is called advanced.
    if (this.#isLost && this.#seal !== undefined) this.#broken();
    await this.create();
    const args = [sealText(this.#known()), String(cursor)];
    const advances = this.#slices.map(async (slice) =>
      this.#home.advance(slice, { keys: [this.#keys.seal(slice).key], args }),
    );
    if ((await this.#within(Promise.all(advances))).includes('broken')) this.#broken();
  }

  /** Removes every key but the lease; the seals first, so that nobody takes a half-empty graph for an answer. */
  async clear(): Promise<void> {
    const emptiedAt = this.#home.breaks();
    await this.#unlink(this.#slices.map((slice) => this.#keys.seal(slice).key));
    await this.remove((key) => key !== this.#keys.lease);
    this.#adopt(undefined, this.#lookedAt, emptiedAt);
  }

  /** Removes every key of a kind; one written meanwhile may be missed. */
  async remove(isMeant: (key: string) => boolean): Promise<void> {
    for await (const keys of this.everyKey()) await this.#unlink(keys.filter(isMeant));
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

  async #unlink(keys: readonly string[]): Promise<void> {
    const { redis, whole } = this.#home;
    const together = whole ? chunks(keys, KEYS_AT_ONCE) : keys.map((key) => [key]);
    await this.#within(Promise.all(together.map(async (some) => redis.unlink(some))));
  }

  async #fetch(wanted: Parameters<Fetch>[0]): ReturnType<Fetch> {
    const groups = [...wanted].flatMap(([slice, keys]) =>
      chunks(keys, KEYS_AT_ONCE).map((some) => ({
        slice,
        keys: [this.#keys.seal(slice), ...some],
      })),
    );
    const replies = await this.#within(this.#home.read(groups));
    const found = new Map<number, Shown>();
    groups.forEach(({ slice }, index) => {
      const [seal, ...values] = replies[index] ?? [];
      const cursor = this.#unsealed(seal);
      const before = found.get(slice);
      found.set(
        slice,
        before
          ? { values: [...before.values, ...values], cursor: Math.min(before.cursor, cursor) }
          : { values, cursor },
      );
    });
    return found;
  }

  /** How far a slice has come, if its seal is whole. */
  #unsealed(text: Buffer | null | undefined): number {
    const seal = sealFrom(text);
    return seal?.name === this.#known() ? seal.cursor : this.#broken();
  }

  async #seals(slices: readonly number[]): Promise<(Seal | undefined)[]> {
    const groups = slices.map((slice) => ({ slice, keys: [this.#keys.seal(slice)] }));
    const replies = await this.#within(this.#home.read(groups));
    return replies.map(([text]) => taken(sealFrom(text), this.#options));
  }

  /** Whether slices outlived others: what they hold is no graph. One that is being made has come nowhere yet. */
  async #isInPieces(): Promise<boolean> {
    const [first, ...others] = await this.#seals(this.#slices);
    if (others.every((seal) => seal?.name === first?.name)) return false;
    return first === undefined || first.cursor > 0;
  }

  #adopt(seal: string | undefined, lookedAt: number, emptiedAt?: number): void {
    [this.#isLost, this.#lookedAt, this.#emptiedAt] = [false, lookedAt, emptiedAt];
    this.#seal = seal;
    this.#accounts = seal === undefined ? undefined : Number.parseInt(seal, 10);
  }

  /** Whether it may have lost something since it was looked at. */
  get #wasAway(): boolean {
    return this.#seal !== undefined && this.#home.breaks() !== this.#lookedAt;
  }

  #known(): string {
    return this.#isLost || this.#wasAway || this.#seal === undefined ? this.#broken() : this.#seal;
  }

  #broken(): never {
    throw new GraphError(
      'graph_emptied',
      'the graph was out of reach, emptied or rebuilt since it was last looked at: read its cursor and project from there',
    );
  }

  async #within<Value>(work: Promise<Value>): Promise<Value> {
    return bounded(this.#home.redis, this.#options.timeout, work);
  }
}
