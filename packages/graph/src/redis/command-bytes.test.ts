import fc from 'fast-check';
import { Command } from 'ioredis';
import { expect, test } from 'vitest';
import { BucketKey, keyStem } from './bucket-key.ts';
import { CommandBytes } from './command-bytes.ts';

const NAME = 'EVALSHA';

const text = fc.stringMatching(/^[\w.:{}-]{0,90}$/);
const part = fc.oneof(
  fc.record({ text }),
  fc.record({ stem: text, bucket: fc.option(fc.maxSafeNat(), { nil: undefined }) }),
  fc.record({ blob: fc.uint8Array({ maxLength: 200 }), start: fc.nat(9), cut: fc.nat(9) }),
);

test('a command is written as the client writes it', () => {
  const law = fc.property(fc.array(part, { maxLength: 200 }), (parts) => {
    const args: (string | Buffer)[] = [];
    let length = NAME.length;
    const steps = parts.map((each): ((command: CommandBytes) => void) => {
      if ('text' in each) {
        args.push(each.text);
        length += each.text.length;
        return (command) => command.text(each.text);
      }
      if ('stem' in each) {
        const key = new BucketKey(keyStem(0, each.stem), each.bucket);
        args.push(key.key);
        length += each.stem.length;
        return (command) => command.key(key);
      }
      const bytes = Buffer.from(each.blob);
      const start = Math.min(each.start, bytes.length);
      const end = Math.max(start, bytes.length - each.cut);
      args.push(bytes.subarray(start, end));
      length += end - start;
      return (command) => command.blob(bytes, start, end);
    });
    const command = new CommandBytes(args.length + 1, length);
    command.text(NAME);
    for (const step of steps) step(command);
    const theirs = new Command(NAME, args);
    theirs.stringifyArguments();
    expect(command.written()).toEqual(Buffer.from(theirs.toWritable({})));
  });
  fc.assert(law);
});
