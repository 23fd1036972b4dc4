import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.ts';
import type { Command } from './command.ts';
import { EXIT } from './exit-code.ts';

const command: Command = {
  name: 'try',
  summary: 'try',
  positionals: [],
  options: { out: { value: 'FILE', summary: 'a file' }, fast: { summary: 'a flag' } },
  examples: [],
  run: async () => EXIT.ok,
};

describe('arguments', () => {
  it.each([
    {
      note: 'options stand anywhere',
      argv: ['a', '--out', 'f', 'b'],
      positionals: ['a', 'b'],
      out: 'f',
    },
    { note: 'a value may be joined', argv: ['--out=f'], positionals: [], out: 'f' },
    {
      note: 'a joined value may begin with a hyphen',
      argv: ['--out=-f'],
      positionals: [],
      out: '-f',
    },
    { note: 'a number may be below zero', argv: ['--out', '-1'], positionals: [], out: '-1' },
    { note: 'a lone hyphen is a value', argv: ['--out', '-', '-'], positionals: ['-'], out: '-' },
    {
      note: 'nothing after two hyphens is an option',
      argv: ['--', '--out', 'f'],
      positionals: ['--out', 'f'],
      out: undefined,
    },
  ])('$note', ({ argv, positionals, out }) => {
    const args = readArguments(command, argv);
    expect(args.positionals).toEqual(positionals);
    expect(args.option('out')).toBe(out);
    expect(args.flag('fast')).toBe(false);
  });

  it('a flag is given or not', () => {
    expect(readArguments(command, ['--fast']).flag('fast')).toBe(true);
  });

  it('asking for an option the command does not declare is a bug', () => {
    expect(() => readArguments(command, []).option('model')).toThrow(RangeError);
  });
});
