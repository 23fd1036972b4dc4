import type { AccountRef } from '@doubletake/scoring';

/** Bytes of an account reference. */
const ACCOUNT_BYTES = 8;

/** Writes packed values one after another into a buffer that grows. */
export class Packer {
  #buffer: Buffer = Buffer.allocUnsafe(512);
  #length = 0;

  bytes(): Buffer {
    return Buffer.from(this.#buffer.subarray(0, this.#length));
  }

  /** An account reference in its 8 bytes. */
  account(account: AccountRef): void {
    this.#reserve(ACCOUNT_BYTES);
    this.#buffer.write(account, this.#length, 'base64url');
    this.#length += ACCOUNT_BYTES;
  }

  /** A whole number of at least 0, seven bits to a byte, the lowest first. */
  count(value: number): void {
    this.#reserve(8);
    let rest = value;
    while (rest >= 0x80) {
      this.#buffer[this.#length++] = (rest % 0x80) + 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.#buffer[this.#length++] = rest;
  }

  raw(bytes: Buffer): void {
    this.#reserve(bytes.length);
    bytes.copy(this.#buffer, this.#length);
    this.#length += bytes.length;
  }

  #reserve(size: number): void {
    if (this.#length + size <= this.#buffer.length) return;
    const grown = Buffer.allocUnsafe(2 * (this.#length + size));
    this.#buffer.copy(grown, 0, 0, this.#length);
    this.#buffer = grown;
  }
}

/** Reads back what a {@link Packer} wrote, in the same order. */
export class Unpacker {
  readonly #buffer: Buffer;
  #offset: number;

  constructor(buffer: Buffer, offset = 0) {
    this.#buffer = buffer;
    this.#offset = offset;
  }

  /** Whether there is nothing left. */
  atEnd(): boolean {
    return this.#offset >= this.#buffer.length;
  }

  account(): AccountRef {
    const start = this.#offset;
    this.#offset += ACCOUNT_BYTES;
    return this.#buffer.toString('base64url', start, this.#offset);
  }

  count(): number {
    let value = 0;
    let scale = 1;
    let byte = this.#buffer.readUInt8(this.#offset++);
    while (byte >= 0x80) {
      value += (byte - 0x80) * scale;
      scale *= 0x80;
      byte = this.#buffer.readUInt8(this.#offset++);
    }
    return value + byte * scale;
  }

  raw(size: number): Buffer {
    const start = this.#offset;
    this.#offset += size;
    return this.#buffer.subarray(start, this.#offset);
  }
}
