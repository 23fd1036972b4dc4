import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryIo } from '../cli/memory-io.ts';
import { runCommand } from '../cli/run-command.ts';
import { defaultRulesDir } from '../rules-folder.ts';

const EXACT = { 'address.match': 'exact' };
const NONE = { 'address.match': 'none' };

const RULE = {
  name: 'same-home',
  description: 'Both sides live in one home.',
  mode: 'live',
  conditions: { all: [{ fact: 'address.match', operator: 'equal', value: 'exact' }] },
  event: { type: 'hold', params: { reason: 'SAME_HOME' } },
};

const casesOf = (...cases: [expect: string, facts: object][]): object => ({
  cases: cases.map(([expects, facts]) => ({ note: 'case', facts, expect: expects })),
});

const TEXT = { analyst: 'one home', customer: 'We are checking this reward.' };

/** A rules folder of two packs with one rule each. */
const FILES: Readonly<Record<string, object>> = {
  'facts.json': { 'address.match': { type: 'string', meaning: 'rung', missing: 'no address' } },
  'reasons.json': {
    SAME_HOME: TEXT,
    REVIEWED_FINE: { ...TEXT, review: { outcome: 'release', label: 'honest' } },
    REVIEWED_FRAUD: { ...TEXT, review: { outcome: 'block', label: 'fraud' } },
  },
  'programmes/gift.json': { programme: 'gift', name: 'Gift', description: 'a gift', pack: 'risk' },
  ...Object.fromEntries(
    ['risk', 'terms'].flatMap((pack) => [
      [`packs/${pack}/same-home.rule.json`, RULE],
      [`packs/${pack}/same-home.test.json`, casesOf(['fires', EXACT], ['quiet', NONE])],
    ]),
  ),
};

const RULE_FILE = 'packs/risk/same-home.rule.json';
const TEST_FILE = 'packs/risk/same-home.test.json';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'doubletake-'));
  for (const folder of ['programmes', 'packs/risk', 'packs/terms']) {
    await mkdir(path.join(dir, folder), { recursive: true });
  }
  for (const [file, json] of Object.entries(FILES)) await write(file, JSON.stringify(json));
  await copyFile(path.join(defaultRulesDir(), 'model.json'), path.join(dir, 'model.json'));
});
afterEach(async () => rm(dir, { recursive: true }));

async function write(file: string, text: string): Promise<void> {
  await writeFile(path.join(dir, file), text);
}

async function edit(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(path.join(dir, file), 'utf8');
  expect(text).toContain(from);
  await write(file, text.replace(from, to));
}

async function rules(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const io = memoryIo();
  const code = await runCommand(['rules', ...argv, '--rules', dir], io);
  return { code, out: io.out(), err: io.err() };
}

describe('rules check', () => {
  it('says that there is no problem', async () => {
    const out = '2 packs without a problem: risk, terms\n';
    expect(await rules('check')).toEqual({ code: 0, out, err: '' });
  });

  it('tells every problem at once, by place, with what to do', async () => {
    await edit(RULE_FILE, '"address.match"', '"adress.match"');
    await edit('programmes/gift.json', '"pack"', '"pakc"');
    const { code, out } = await rules('check');
    expect(code).toBe(1);
    expect(out).toMatch(/adress\.match.*did you mean `address\.match`/);
    expect(out).toMatch(/programmes\/gift\.json#\/pakc: programme_invalid: /);
    expect(out).toMatch(/\n\d+ problems\n$/);
  });

  it('a pack’s problems are not another pack’s', async () => {
    for (const [from, to] of [
      ['"address.match"', '"adress.match"'],
      ['"live"', '"alive"'],
    ] as const) {
      await edit(RULE_FILE, from, to);
      expect((await rules('check', 'terms')).code).toBe(0);
      expect((await rules('check', 'risk')).code).toBe(1);
    }
  });

  it('names the file a rule stands in, whatever the rule calls itself', async () => {
    await edit(RULE_FILE, '"same-home"', '"other"');
    await edit(RULE_FILE, '"address.match"', '"adress.match"');
    expect((await rules('check')).out).toMatch(
      /^packs\/risk\/same-home\.rule\.json#\/conditions\/all\/0\/fact: rules_unknown_fact: /mu,
    );
  });

  it.each([
    {
      note: 'cut short',
      file: 'facts.json',
      text: '{"a":',
      told: /^facts\.json: rules_unreadable: the file is not JSON: /,
    },
    {
      note: 'cut short',
      file: 'reasons.json',
      text: '{',
      told: /^reasons\.json: rules_unreadable: /,
    },
    {
      note: 'gone',
      file: 'facts.json',
      text: undefined,
      told: /^facts\.json: rules_unreadable: there is no such file or folder\n/,
    },
  ])('$file $note is one problem, without a path of this machine', async ({ file, text, told }) => {
    if (text === undefined) await rm(path.join(dir, file));
    else await write(file, text);
    const { out } = await rules('check');
    expect(out).toMatch(told);
    expect(out).toMatch(/\n1 problem\n$/);
    expect(out).not.toContain(dir);
  });

  it('wants reasons that people can release and block by', async () => {
    await edit('reasons.json', '"release"', '"block"');
    expect((await rules('check')).out).toBe(
      'reasons.json: reasons_invalid: no reason has `review` with the outcome `release`: nobody could release a case\n1 problem\n',
    );
  });

  it('says the same to a script', async () => {
    await edit(RULE_FILE, '"live"', '"alive"');
    const { code, out } = await rules('check', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      packs: ['risk', 'terms'],
      problems: [{ code: 'rules_bad_value', at: { file: RULE_FILE, path: '/mode' } }],
    });
  });
});

describe('rules test', () => {
  it('counts what passed on both engines', async () => {
    const { code, out, err } = await rules('test');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(
      [
        'pack   rules  cases  failed  problems',
        'risk       1      2       0         0',
        'terms      1      2       0         0',
        '\n2 rules tested, on both engines\n',
      ].join('\n'),
    );
  });

  const rows: { note: string; tests: string | undefined; told: RegExp }[] = [
    {
      note: 'a case that expects something else fails on both engines',
      tests: JSON.stringify(casesOf(['fires', EXACT], ['quiet', NONE], ['quiet', EXACT])),
      told: /same-home\.test\.json#\/cases\/2: `case` expects quiet, both engines say fires/,
    },
    {
      note: 'a rule without tests is a problem',
      tests: undefined,
      told: /same-home\.test\.json: rules_untested: the rule has no tests, write a case/,
    },
    {
      note: 'tests that never expect the rule to stay quiet are a problem',
      tests: JSON.stringify(casesOf(['fires', EXACT])),
      told: /rules_untested: no case expects `quiet`/,
    },
    {
      note: 'a misspelt fact in a case is a problem',
      tests: JSON.stringify(
        casesOf(['fires', EXACT], ['quiet', { ...NONE, 'adress.match': 'none' }]),
      ),
      told: /rules_unknown_fact: unknown fact `adress\.match`, did you mean `address\.match`/,
    },
    {
      note: 'a test file that is no JSON is a problem',
      tests: 'cases',
      told: /same-home\.test\.json: rules_wrong_type: the file is not JSON/,
    },
  ];
  it.each(rows)('$note', async ({ tests, told }) => {
    await (tests === undefined ? rm(path.join(dir, TEST_FILE)) : write(TEST_FILE, tests));
    const { code, out } = await rules('test', 'risk');
    expect(code).toBe(1);
    expect(out).toMatch(told);
    expect((await rules('test', 'terms')).code).toBe(0);
  });

  it('rules that have problems are not tested', async () => {
    await edit(RULE_FILE, '"live"', '"alive"');
    const { code, out, err } = await rules('test');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^rules_have_problems: .+\n {2}`doubletake rules check` lists all 1\n$/);
  });
});

describe('rules schema', () => {
  it('prints a JSON Schema', async () => {
    const io = memoryIo();
    expect(await runCommand(['rules', 'schema'], io)).toBe(0);
    expect(JSON.parse(io.out())).toMatchObject({ title: 'Rule', type: 'object' });
  });
});
