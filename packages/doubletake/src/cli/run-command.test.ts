import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../commands/index.ts';
import { checkPositionals, readArguments } from './arguments.ts';
import { ClosedOutput } from './io.ts';
import { memoryIo } from './memory-io.ts';
import { runCommand } from './run-command.ts';

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const io = memoryIo();
  const code = await runCommand(argv, io);
  return { code, out: io.out(), err: io.err() };
}

describe('help', () => {
  it('no argument lists the commands', async () => {
    const { code, out } = await run();
    expect(code).toBe(0);
    await expect(out).toMatchFileSnapshot('../golden/help.txt');
  });

  it.each(COMMANDS.map(({ name }) => name))('%s explains itself', async (name) => {
    const { code, out } = await run(...name.split(' '), '--help');
    expect(code).toBe(0);
    await expect(out).toMatchFileSnapshot(`../golden/help-${name.replace(' ', '-')}.txt`);
  });

  it('every line of it fits a terminal', async () => {
    for (const { name } of COMMANDS) {
      const { out } = await run(...name.split(' '), '-h');
      for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(120);
    }
  });

  it('every example is a command line that makes sense', () => {
    for (const command of COMMANDS) {
      expect(command.examples.length).toBeGreaterThan(0);
      for (const { line } of command.examples) {
        const words = line.replace(/ >.*/u, '').match(/'[^']*'|\S+/gu) ?? [];
        const argv = words.join(' ').startsWith(command.name)
          ? words.slice(command.name.split(' ').length)
          : [];
        const args = readArguments(command, argv);
        expect(() => checkPositionals(command, args), line).not.toThrow();
      }
    }
  });

  it.each([['--help'], ['-h'], ['help']])('%s is the list as well', async (word) => {
    expect((await run(word)).out).toBe((await run()).out);
  });

  it('the first word of a group lists the group', async () => {
    const { code, out } = await run('rules');
    expect(code).toBe(0);
    expect(out).toContain('rules check');
    expect(out).not.toContain('replay');
  });

  it('--version says which', async () => {
    expect((await run('--version')).out).toMatch(/^doubletake \d+\.\d+\.\d+\n$/);
  });
});

describe('a command line that makes no sense', () => {
  const rows: readonly (readonly string[])[] = [
    ['compre'],
    ['frobnicate'],
    ['rules', 'chek'],
    ['rules', 'check', '--ruls', 'x'],
    ['compare'],
    ['compare', 'emial', 'a', 'b'],
    ['compare', 'email', 'a@example.com'],
    ['compare', 'email', 'a', 'b', 'c'],
    ['compare', 'email', 'a', 'b', '--region'],
    ['compare', 'email', '--file', '--json'],
    ['compare', 'email', 'a', 'b', '--json=yes'],
    ['compare', 'email', 'a', 'b', '--json', '--json'],
    ['compare', 'phone', '{"number"', '1'],
    ['compare', 'phone', '1', '2', '--region', 'USA'],
    ['compare', 'email', '--file', 'nowhere.ndjson'],
    ['compare', 'email', 'a', '--file', 'nowhere.ndjson'],
    ['inspect', 'email', 'a@example.com', '--out', 'answers.ndjson'],
    ['rules', 'check', '--rules', 'nowhere'],
    ['rules', 'check', 'evidnce'],
    ['replay', 'nowhere.ndjson'],
    ['replay', 'nowhere.ndjson', '--pack', 'four-control'],
    ['score'],
    ['demo', '--port', '-1'],
    ['demo', '--port', '65536'],
    ['demo', '--port', '--reset'],
    ['demo', '--folder', '/dev/null'],
    ['demo', '--folder', '/dev/null/demo'],
  ];

  it('is told what is wrong and what to do', async () => {
    const told: string[] = [];
    for (const argv of rows) {
      const { code, out, err } = await run(...argv);
      expect(out).toBe('');
      told.push(`$ doubletake ${argv.join(' ')}\n${err}exit ${code}\n`);
    }
    await expect(told.join('\n')).toMatchFileSnapshot('../golden/messages.txt');
  });
});

describe('what is nobody’s mistake', () => {
  it('a reader that has gone is no error, and no answer', async () => {
    const io = memoryIo();
    const closed = { ...io.stdout, write: () => Promise.reject(new ClosedOutput()) };
    expect(await runCommand([], { ...io, stdout: closed })).toBe(141);
    expect(io.err()).toBe('');
  });

  it.each([
    { note: 'a bug is told in one line', env: {}, stack: false },
    { note: 'and with its stack when asked', env: { DEBUG: 'doubletake' }, stack: true },
  ])('$note', async ({ env, stack }) => {
    const io = memoryIo({ env });
    const broken = { ...io.stdout, write: () => Promise.reject(new Error('a broken invariant')) };
    expect(await runCommand([], { ...io, stdout: broken })).toBe(70);
    expect(io.err()).toContain('bug: a broken invariant');
    expect(io.err().includes('run-command.test.ts')).toBe(stack);
  });
});
