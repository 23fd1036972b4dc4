import { Command, type Redis } from 'ioredis';
import type { BucketKey } from './bucket-key.ts';
import { CommandBytes } from './command-bytes.ts';
import type { Values } from './reply-reader.ts';

/** Reads buckets by one `MGET`. */
export async function readBuckets(redis: Redis, keys: readonly BucketKey[]): Promise<Values> {
  const request = new BucketRequest(keys);
  redis.sendCommand(request);
  return request.values();
}

/** A request for buckets. */
export class BucketRequest extends Command {
  readonly #bytes: Buffer;
  #values: Values | undefined;

  constructor(keys: readonly BucketKey[]) {
    super('mget', [], { replyEncoding: null });
    this.#bytes = written(keys);
  }

  override toWritable(): Buffer {
    return this.#bytes;
  }

  /** Takes the values from whoever read them before the client. */
  answer(values: Values): void {
    this.#values = values;
  }

  async values(): Promise<Values> {
    return this.promise.then((reply: Values) => this.#values ?? reply);
  }
}

function written(keys: readonly BucketKey[]): Buffer {
  let length = 0;
  for (const { stem } of keys) length += stem.bytes.length;
  const command = new CommandBytes(keys.length + 1, length);
  command.text('MGET');
  for (const key of keys) command.key(key);
  return command.written();
}
