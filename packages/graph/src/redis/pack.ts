import type { AccountRef } from '@doubletake/scoring';
import { accountLetters, writeAccount } from './base64url.ts';

/** Bytes of an account reference. */
const ACCOUNT_BYTES = 8;

/** What every packer writes into; packing never waits, so one is enough. */
let scratch: Buffer = Buffer.allocUnsafe(16_384);

/** Writes packed values one after another. INVARIANT: one packer is done before the next begins. */
export class Packer {
  #length = 0;

  bytes(): Buffer {
    const bytes = Buffer.allocUnsafe(this.#length);
    scratch.copy(bytes, 0, 0, this.#length);
    return bytes;
  }

  /** An account reference in its 8 bytes. */
  account(account: AccountRef): void {
    this.#reserve(ACCOUNT_BYTES);
    writeAccount(account, scratch, this.#length);
    this.#length += ACCOUNT_BYTES;
  }

  /** A whole number of at least 0, seven bits to a byte, the lowest first. */
  count(value: number): void {
    this.#reserve(8);
    let rest = value;
    while (rest >= 0x80) {
      scratch[this.#length++] = (rest % 0x80) + 0x80;
      rest = Math.floor(rest / 0x80);
    }
    scratch[this.#length++] = rest;
  }

  #reserve(size: number): void {
    if (this.#length + size <= scratch.length) return;
    scratch = Buffer.concat([scratch], 2 * scratch.length);
  }
}

/** Reads back what a {@link Packer} wrote, in the same order. */
export class Unpacker {
  readonly #buffer: Buffer;
  readonly #start: number;
  readonly #end: number;
  #offset: number;

  constructor(buffer: Buffer, start = 0, end: number = buffer.length) {
    this.#buffer = buffer;
    this.#start = start;
    this.#offset = start;
    this.#end = end;
  }

  /** What is left, as it stands. */
  bytes(): Buffer {
    return this.#buffer.subarray(this.#offset, this.#end);
  }

  /** Bytes in all, those read already included. */
  get size(): number {
    return this.#end - this.#start;
  }

  /** Whether everything, read already or not, is just these bytes. */
  equals(bytes: Buffer): boolean {
    return bytes.compare(this.#buffer, this.#start, this.#end) === 0;
  }

  /** Whether there is nothing left. */
  atEnd(): boolean {
    return this.#offset >= this.#end;
  }

  account(): AccountRef {
    const start = this.#offset;
    this.#offset += ACCOUNT_BYTES;
    return accountLetters(this.#buffer, start);
  }

  count(): number {
    let byte = this.#buffer[this.#offset++] ?? 0;
    if (byte < 0x80) return byte;
    let value = 0;
    let scale = 1;
    while (byte >= 0x80) {
      value += (byte - 0x80) * scale;
      scale *= 0x80;
      byte = this.#buffer[this.#offset++] ?? 0;
    }
    return value + byte * scale;
  }
}
