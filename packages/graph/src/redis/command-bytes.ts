import type { BucketKey } from './bucket-key.ts';

const [STAR = 0, DOLLAR = 0, ZERO = 0, CR = 0, LF = 0] = Buffer.from('*$0\r\n');

/** Bytes that stand around a part at most: how long it is, line ends, the number of its bucket. */
const AROUND = 40;

/** More bytes than this are better copied by the runtime: calling it costs as much as copying so many by hand. */
const BY_HAND = 64;

/**
 * A command as it is sent, written out part by part: putting the parts into strings and buffers of their own, as the
 * client does, was a fifth of all that gathering a pair cost, and a tenth of filling a graph.
 *
 * Source: Redis serialization protocol specification, "Sending commands to a Redis server".
 */
export class CommandBytes {
  readonly #bytes: Buffer;
  #end = 0;

  /** For so many parts, which are so many bytes long together at most, numbers of buckets left out. */
  constructor(parts: number, length: number) {
    this.#bytes = Buffer.allocUnsafe(length + AROUND * (parts + 1));
    this.#line(STAR, parts);
  }

  /** Letters, digits and signs of ASCII. */
  text(text: string): void {
    this.#line(DOLLAR, text.length);
    this.#end += this.#bytes.write(text, this.#end, 'latin1');
    this.#endLine();
  }

  key({ stem: { bytes }, bucket }: BucketKey): void {
    this.#line(DOLLAR, bytes.length + (bucket === undefined ? 0 : digitsOf(bucket)));
    this.#copy(bytes, 0, bytes.length);
    if (bucket !== undefined) this.#number(bucket);
    this.#endLine();
  }

  /** Bytes from here to there. */
  blob(bytes: Buffer, start: number, end: number): void {
    this.#line(DOLLAR, end - start);
    this.#copy(bytes, start, end);
    this.#endLine();
  }

  written(): Buffer {
    return this.#bytes.subarray(0, this.#end);
  }

  #line(sign: number, count: number): void {
    this.#bytes[this.#end++] = sign;
    this.#number(count);
    this.#endLine();
  }

  #endLine(): void {
    this.#bytes[this.#end++] = CR;
    this.#bytes[this.#end++] = LF;
  }

  #number(value: number): void {
    const end = this.#end + digitsOf(value);
    let rest = value;
    for (let at = end - 1; at >= this.#end; at -= 1) {
      this.#bytes[at] = ZERO + (rest % 10);
      rest = Math.floor(rest / 10);
    }
    this.#end = end;
  }

  #copy(bytes: Buffer, start: number, end: number): void {
    const own = this.#bytes;
    let at = this.#end;
    if (end - start > BY_HAND) bytes.copy(own, at, start, end);
    else for (let index = start; index < end; index += 1) own[at++] = bytes[index] ?? 0;
    this.#end += end - start;
  }
}

function digitsOf(value: number): number {
  let digits = 1;
  for (let rest = value; rest >= 10; rest = Math.floor(rest / 10)) digits += 1;
  return digits;
}
