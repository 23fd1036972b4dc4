import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { COMMANDS } from '../commands/index.ts';
import { memoryIo, type MemorySetup } from './memory-io.ts';
import { runCommand } from './run-command.ts';

let cwd = '';
beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'doubletake-'));
  await writeFile(path.join(cwd, 'half.json'), '{');
  await writeFile(path.join(cwd, 'half-pair.json'), '{"referrer":{}}');
  await writeFile(path.join(cwd, 'pair.json'), '{"referrer":{"emial":"a@web.de"},"referee":{}}');
  await writeFile(path.join(cwd, 'lines.ndjson'), '{"a":"a@web.de"}\nno json\n');
});
afterAll(async () => rm(cwd, { recursive: true }));

interface Ran {
  readonly code: number;
  readonly out: string;
  /** The objects said, where it is JSON. */
  readonly said: readonly unknown[];
  /** What is said up to the first colon: the code, where it is text. */
  readonly first: string;
}

async function run(argv: readonly string[], setup: MemorySetup = {}): Promise<Ran> {
  const io = memoryIo({ cwd, ...setup });
  const code = await runCommand(argv, io);
  const lines = io.err().split('\n').slice(0, -1);
  const said = argv.includes('--json') ? lines.map((line): unknown => JSON.parse(line)) : [];
  return { code, out: io.out(), said, first: io.err().split(':')[0] ?? '' };
}

interface Row {
  readonly note: string;
  readonly argv: readonly string[];
  readonly env?: MemorySetup['env'];
  readonly error: object;
}

const ROWS: readonly Row[] = [
  {
    note: 'no such command',
    argv: ['compre'],
    error: { code: 'cli_unknown_command', hint: 'did you mean `doubletake compare`' },
  },
  {
    note: 'no such option',
    argv: ['rules', 'check', '--ruls'],
    error: { code: 'cli_unknown_option', at: { option: '--ruls' }, hint: 'did you mean `--rules`' },
  },
  {
    note: 'a value left out',
    argv: ['compare', 'email', '--file'],
    error: { code: 'cli_missing_value', at: { option: '--file' } },
  },
  { note: 'an argument left out', argv: ['score'], error: { code: 'cli_missing_argument' } },
  {
    note: 'no such file',
    argv: ['score', 'nowhere.json'],
    error: { code: 'file_unreadable', at: { file: 'nowhere.json' } },
  },
  {
    note: 'a file that is not JSON',
    argv: ['score', 'half.json'],
    error: { code: 'file_not_json', at: { file: 'half.json' } },
  },
  {
    note: 'a pair without its other side',
    argv: ['score', 'half-pair.json'],
    error: { code: 'pair_invalid', at: { path: '/referee' } },
  },
  {
    note: 'a pair that is not written as pairs are',
    argv: ['score', 'pair.json'],
    error: {
      code: 'pair_invalid',
      problems: [{ code: 'event_unknown_key', at: { path: '/referrer/emial' }, hint: 'email' }],
    },
  },
  {
    note: 'settings that cannot be used',
    argv: ['wake'],
    env: { DATABASE_URL: 'mysql://app:hunter2@db/x', DOUBLETAKE_RULEZ: '.' },
    error: {
      code: 'settings_have_problems',
      problems: [
        { code: 'settings_unknown_name', at: { setting: 'DOUBLETAKE_RULEZ' } },
        { code: 'settings_url_invalid', at: { setting: 'DATABASE_URL' } },
      ],
    },
  },
  {
    note: 'an account nobody named',
    argv: ['export', 'nobody'],
    error: { code: 'account_unknown' },
  },
];

test.each(ROWS)(
  'with --json an error is one object, with the code and exit code of the text: $note',
  async ({ argv, env = {}, error }) => {
    const text = await run(argv, { env });
    const json = await run([...argv, '--json'], { env });
    expect(json.said).toMatchObject([{ error }]);
    expect(json.said).toMatchObject([{ error: { code: text.first } }]);
    expect(json.said).toHaveProperty([0, 'error', 'message']);
    expect([json.code, json.out]).toEqual([text.code, '']);
    expect(json.code).toBeGreaterThan(0);
  },
);

it.each(COMMANDS.map(({ name }) => name))('%s says so as well', async (name) => {
  const { code, said } = await run([...name.split(' '), '--no-such', '--json']);
  expect(code).toBe(2);
  expect(said).toMatchObject([
    { error: { code: 'cli_unknown_option', at: { option: '--no-such' } } },
  ]);
});

describe('with --json', () => {
  it('a word after `--` asks for nothing', async () => {
    const { first } = await run(['compre', '--', 'x']);
    const io = memoryIo();
    await runCommand(['compre', '--', '--json'], io);
    expect(io.err().startsWith(first)).toBe(true);
  });

  it.each([{}, { DEBUG: 'doubletake' }])(
    'a bug is an object, its stack when asked: %o',
    async (env) => {
      const io = memoryIo({ env });
      const broken = { ...io.stdout, write: () => Promise.reject(new Error('a broken invariant')) };
      expect(await runCommand(['keys', 'new', '--json'], { ...io, stdout: broken })).toBe(70);
      expect(JSON.parse(io.err())).toMatchObject({
        error: { code: 'bug', message: 'a broken invariant' },
      });
      expect(io.err().includes('json-errors.test.ts')).toBe('DEBUG' in env);
    },
  );

  it('a line that cannot be answered is an object with its place', async () => {
    const { code, said } = await run(['inspect', 'email', '--file', 'lines.ndjson', '--json']);
    expect(code).toBe(1);
    expect(said).toMatchObject([
      { problem: { code: 'line_missing_key', at: { line: 1 } } },
      { problem: { code: 'line_not_json', at: { line: 2 } } },
      { progress: { unanswered: 2 } },
    ]);
  });

  it('nothing sends a terminal a command', async () => {
    const io = memoryIo();
    await runCommand(['comp\u009b2Jre\u202e', '--json'], io);
    expect(io.err()).toMatch(/^[ -~]+\n$/u);
    expect(JSON.parse(io.err())).toMatchObject({
      error: { message: '`comp\u009b2Jre\u202e` is no command' },
    });
  });
});
