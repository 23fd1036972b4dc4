import type { Token } from '@doubletake/scoring';
import type { HolderList } from '../holder-list.ts';
import type { Unpacker } from './pack.ts';
import { unpackHolders } from './packed-holders.ts';

/** Bytes from which on a record is remembered: those of some 25 holders. */
const LARGE = 512;

/**
 * Records remembered at most, 30 kB each where 128 hold a token, half of that as a rule: more than a batch of thousands of
 * pairs meets in turn, for one fewer than those would read every one of them anew.
 */
const MOST = 2048;

/** What a record said, and its bytes. */
interface Known {
  readonly bytes: Buffer;
  readonly list: HolderList;
}

/**
 * Reads the records of tokens. Those that many hold, an office's address or a common phone model, come back pair after pair
 * the same: what they say is remembered for as long as their bytes stay what they are.
 */
export class Hubs {
  readonly #known = new Map<Token, Known>();
  readonly #most: number;

  constructor(most: number = MOST) {
    this.#most = most;
  }

  read(token: Token, record: Unpacker): HolderList {
    if (record.size < LARGE) return unpackHolders(record);
    const known = this.#known.get(token);
    this.#known.delete(token);
    // INVARIANT: the same bytes say the same, so a list is never older than the answer it was read from.
    const read = known && record.equals(known.bytes) ? known : readNow(record);
    const [oldest] = this.#known.keys();
    if (this.#known.size >= this.#most && oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(token, read);
    return read.list;
  }
}

function readNow(record: Unpacker): Known {
  // A copy: what came with it in one answer would stay alive as well.
  return { bytes: Buffer.from(record.bytes()), list: unpackHolders(record) };
}
