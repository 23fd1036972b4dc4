import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { CommandError } from './errors.ts';
import { ClosedOutput } from './io.ts';
import { outputOf } from './process-io.ts';

const failing = (code: string): Writable =>
  new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error('why'), { code })),
  });

test('an output without room is told by every write', async () => {
  const output = outputOf(failing('ENOSPC'));
  for (const text of ['first', 'second']) {
    await expect(output.write(text)).rejects.toThrow(CommandError);
    await expect(output.write(text)).rejects.toThrow(
      'standard output could not be written: the disk is full',
    );
  }
});

test('an output that nobody reads any more is closed', async () => {
  const output = outputOf(failing('EPIPE'));
  for (const text of ['first', 'second'])
    await expect(output.write(text)).rejects.toThrow(ClosedOutput);
});
