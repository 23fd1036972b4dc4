import { graphBehind } from '../errors.ts';
import type { BucketKey } from './bucket-key.ts';
import type { Home } from './home.ts';

/** What was found, in the order it was asked for. */
export type Found = readonly (Buffer | null | undefined)[];

/** What a slice showed, and how far it had come by then. */
export interface Shown {
  readonly values: Found;
  readonly cursor: number;
}

/** Reads buckets, by the slice they lie in. */
export type Fetch = (
  wanted: ReadonlyMap<number, readonly BucketKey[]>,
) => Promise<ReadonlyMap<number, Shown>>;

const NOTHING_SHOWN: Shown = { values: [], cursor: 0 };

/** What is asked in one turn of the event loop, and found afterwards, by slice. */
interface Turn {
  readonly keys: Map<number, BucketKey[]>;
  readonly found: Promise<ReadonlyMap<number, Shown>>;
  /** How many more keys travel with it. */
  room: number;
}

/** Reads that are asked for in one turn of the event loop travel together. */
export class BatchedReads {
  readonly #home: Pick<Home, 'whole' | 'keysTogether'>;
  readonly #fetch: Fetch;
  #turn: Turn | undefined;

  constructor(home: Pick<Home, 'whole' | 'keysTogether'>, fetch: Fetch) {
    this.#home = home;
    this.#fetch = fetch;
  }

  /** @throws GraphError `graph_behind` when what they show has not `reached` so far. */
  async read(wanted: readonly BucketKey[], reached: number): Promise<Found> {
    if (wanted.length === 0) return [];
    const turn = this.#turn ?? this.#nextTurn();
    const { keys, found } = turn;
    turn.room -= wanted.length;
    if (turn.room <= 0) this.#turn = undefined;
    // A single server is one slice to whoever reads.
    const share = (slice: number): number => (this.#home.whole ? 0 : slice);
    const positions = wanted.map((key) => {
      const asked = keys.get(share(key.slice));
      if (asked) return asked.push(key) - 1;
      keys.set(share(key.slice), [key]);
      return 0;
    });
    const shown = await found;
    return wanted.map(({ slice }, index) => {
      const { values, cursor } = shown.get(share(slice)) ?? NOTHING_SHOWN;
      if (cursor < reached) throw graphBehind();
      return values[positions[index] ?? -1];
    });
  }

  #nextTurn(): Turn {
    const keys = new Map<number, BucketKey[]>();
    const found = Promise.resolve().then(async () => {
      if (this.#turn === turn) this.#turn = undefined;
      return this.#fetch(keys);
    });
    const turn = { keys, found, room: this.#home.keysTogether };
    this.#turn = turn;
    return turn;
  }
}
