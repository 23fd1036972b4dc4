import { announced, blobAt, endOfLine, endOfReply, UNFINISHED } from './replies.ts';

/** What was found under some keys. */
export type Values = readonly (Buffer | null)[];

/** What becomes of replies, in the order they come in. */
export interface ReplyTaker {
  /** Whether the one that begins here is a list of values to be read. */
  readonly isList: (bytes: Buffer, start: number) => boolean;
  readonly take: (values: Values) => void;
  /** Any other, as it came. */
  readonly pass: (bytes: Buffer) => void;
}

/** A list that is being read. */
interface List {
  readonly values: (Buffer | null)[];
  left: number;
}

const NOTHING = Buffer.alloc(0);

/** Tells the replies apart that come in over a connection, wherever its pieces begin and end. */
export class ReplyReader {
  readonly #taker: ReplyTaker;
  #list: List | undefined;
  /** The beginning of what is not all there yet. */
  #rest: Buffer = NOTHING;

  constructor(taker: ReplyTaker) {
    this.#taker = taker;
  }

  read(piece: Buffer): void {
    const bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    let start = 0;
    while (start < bytes.length) {
      const end = this.#next(bytes, start);
      if (end === UNFINISHED) break;
      start = end;
    }
    this.#rest = bytes.subarray(start);
  }

  #next(bytes: Buffer, start: number): number {
    if (this.#list) return this.#nextValue(this.#list, bytes, start);
    const isList = this.#taker.isList(bytes, start);
    const end = isList ? endOfLine(bytes, start) : endOfReply(bytes, start);
    if (end === UNFINISHED) return UNFINISHED;
    if (isList) this.#list = { values: [], left: announced(bytes, start) };
    else this.#taker.pass(bytes.subarray(start, end));
    return end;
  }

  #nextValue(list: List, bytes: Buffer, start: number): number {
    const end = endOfReply(bytes, start);
    if (end === UNFINISHED) return UNFINISHED;
    list.values.push(blobAt(bytes, start, end));
    list.left -= 1;
    if (list.left === 0) {
      this.#list = undefined;
      this.#taker.take(list.values);
    }
    return end;
  }
}
