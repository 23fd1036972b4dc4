import type { Redis } from 'ioredis';
import { BucketRequest } from './read-buckets.ts';
import { ReplyReader } from './reply-reader.ts';

const [LIST] = Buffer.from('*');

/** What the client is told instead of the values it need not read. */
const DONE = Buffer.from('+OK\r\n');

type Listener = (bytes: Buffer) => void;

const isListener = (value: unknown): value is Listener => typeof value === 'function';

/**
 * Reads the answers to requests for buckets before the client does and hands it everything else: its own reader took a
 * seventh of all that gathering a pair cost. The client goes on counting what was asked and what was answered.
 */
export function readAhead(redis: Redis): void {
  redis.on('connect', () => {
    const { stream } = redis;
    // The client's reader comes before whatever else listens.
    const [theirs] = stream.listeners('data');
    if (!isListener(theirs)) return;
    const asked = (): BucketRequest | undefined => {
      const command = redis.commandQueue.peekFront()?.command;
      return command instanceof BucketRequest ? command : undefined;
    };
    const reader = new ReplyReader({
      isList: (bytes, start) => bytes[start] === LIST && asked() !== undefined,
      take: (values) => {
        asked()?.answer(values);
        theirs(DONE);
      },
      pass: theirs,
    });
    stream.off('data', theirs);
    stream.prependListener('data', (piece: Buffer) => reader.read(piece));
  });
}
