import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  parseRuleTests,
  runRuleTests,
  runRuleTestsReference,
  type Comparison,
  type Condition,
  type FactType,
  type FactValue,
  type Facts,
  type Rule,
  type RuleTests,
} from '@doubletake/rules';
import { FAIL_MODE_REASONS, reviewReasons, SIGNALS } from '@doubletake/scoring';
import { defaultRulesDir, loadRules, openDoubletake } from 'doubletake';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { HELD_AT, told } from '../support/held-reward.ts';
import { askedAtOnce, repositoryPolicy, replayed, smallWorld } from '../support/small-world.ts';

const DIR = defaultRulesDir();
const loaded = loadRules();
if (!loaded.ok)
  throw new Error(
    loaded.problems.map(({ at, message }) => `${at.file ?? ''} ${message}`).join('\n'),
  );
const { packs, programmes, reasons, catalogue, model } = loaded.value;
const rules = packs.flatMap((pack) =>
  pack.rules.map((rule) => ({ id: `${pack.name}/${rule.name}`, pack: pack.name, rule })),
);

/** Comparisons that differ by a hair: a limit moved a little, the limit itself let in or kept out. */
function moved({ operator, value, ...rest }: Comparison): Comparison[] {
  const step = typeof value === 'number' && Number.isInteger(value) ? 1 : 0.01;
  const limits = typeof value === 'number' ? [value - step, value + step] : [];
  const other = operator.endsWith('Inclusive')
    ? operator.slice(0, -'Inclusive'.length)
    : `${operator}Inclusive`;
  const edge = OPERATORS.find((name) => name === other);
  return [
    ...limits.map((limit) => ({ ...rest, operator, value: limit })),
    ...(edge === undefined ? [] : [{ ...rest, operator: edge, value }]),
  ];
}

const OPERATORS = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'] as const;

/** The same conditions with one comparison replaced by each that differs by a hair. */
function hairsBreadth(condition: Condition): Condition[] {
  if ('fact' in condition)
    return OPERATORS.some((name) => name === condition.operator) ? moved(condition) : [];
  if ('not' in condition) return hairsBreadth(condition.not).map((not) => ({ not }));
  const parts = 'all' in condition ? condition.all : condition.any;
  const changed = parts.flatMap((part, index) =>
    hairsBreadth(part).map((other) => parts.with(index, other)),
  );
  return changed.map((list) => ('all' in condition ? { all: list } : { any: list }));
}

function testsOf(pack: string, rule: Rule): RuleTests {
  const file = join(DIR, 'packs', pack, `${rule.name}.test.json`);
  const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const tests = parseRuleTests(json);
  if (!tests.ok) throw new Error(tests.problems.map(({ message }) => message).join('\n'));
  return tests.value;
}

const namesIn = (folder: string, ending: string): string[] =>
  readdirSync(join(DIR, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length));

describe('every rule', () => {
  it.each(rules)(
    '$id has a case that fires and a quiet one, and passes on both engines',
    async ({ pack, rule }) => {
      const tests = testsOf(pack, rule);
      const expected = new Set(tests.cases.map((each) => each.expect));
      expect([...expected]).toEqual(expect.arrayContaining(['fires', 'quiet']));
      for (const results of [runRuleTests(rule, tests), await runRuleTestsReference(rule, tests)])
        expect(results.filter(({ passed }) => !passed)).toEqual([]);
    },
  );

  it.each(rules)('$id notices when one of its limits moves by a hair', ({ pack, rule }) => {
    for (const conditions of hairsBreadth(rule.conditions)) {
      if ('fact' in conditions) throw new Error('the outermost condition is a group');
      const results = runRuleTests({ ...rule, conditions }, testsOf(pack, rule));
      expect(
        results.some(({ passed }) => !passed),
        JSON.stringify(conditions),
      ).toBe(true);
    }
  });

  it.each(packs)(
    'of $name stands in a file of its own name, with a test and no test without a rule',
    ({ name, rules: own }) => {
      const folder = join('packs', name);
      const names = own.map((rule) => rule.name).toSorted();
      expect(namesIn(folder, '.rule.json').toSorted()).toEqual(names);
      expect(namesIn(folder, '.test.json').toSorted()).toEqual(names);
    },
  );
});

test('every reason is given by some rule, by fail mode or by people who review, and every reason given is listed', () => {
  const given = new Set<string>([
    ...rules.map(({ rule }) => rule.event.params.reason),
    ...Object.values(FAIL_MODE_REASONS),
  ]);
  const byPeople = new Set(reviewReasons(reasons).map(({ code }) => code));
  const byRules = Object.keys(reasons).filter((code) => !byPeople.has(code));
  expect(byRules.toSorted()).toEqual([...given].toSorted());
});

test('every programme stands in a file of its own name and names a risk pack that exists', () => {
  expect(programmes.map(({ programme }) => programme).toSorted()).toEqual(
    namesIn('programmes', '.json').toSorted(),
  );
  for (const { pack } of programmes) expect(packs.map(({ name }) => name)).toContain(pack);
});

test('every signal has weights, and all weights are of a signal', () => {
  expect(model.signals.map(({ signal }) => signal).toSorted()).toEqual(
    SIGNALS.map(({ name }) => name).toSorted(),
  );
});

/** What is read of rewards when their payout is asked for once more: one a person released, one they are about to block. */
async function reviewedFacts(): Promise<readonly Facts[]> {
  let now = HELD_AT;
  const doubletake = await openDoubletake({ clock: () => now });
  await doubletake.recordMany([...told(1), ...told(2)]);
  const given = {
    r1: { outcome: 'release', reason: 'REVIEWED_GENUINE', label: 'honest' },
    r2: { outcome: 'block', reason: 'REVIEWED_SAME_PERSON', label: 'fraud' },
  } as const;
  const [first, second] = await doubletake.screenMany(['r1', 'r2']);
  const shared = { by: 'lea', scoreVisible: true };
  await doubletake.decide({
    ...shared,
    ...given.r1,
    caseId: first?.decisionId ?? '',
    commandId: 'c1',
  });
  now += 60_000;
  await doubletake.wake();
  await doubletake.decide({
    ...shared,
    ...given.r2,
    caseId: second?.decisionId ?? '',
    commandId: 'c2',
  });
  const again = await doubletake.screenMany(['r1', 'r2'], { trigger: 'once more' });
  await doubletake.close();
  return again.map((decision) => decision?.facts ?? {});
}

describe('facts', () => {
  const TYPED: Readonly<Record<FactType, (value: FactValue) => boolean>> = {
    boolean: (value) => typeof value === 'boolean',
    number: (value) => typeof value === 'number' && Number.isFinite(value),
    string: (value) => typeof value === 'string',
    instant: (value) => typeof value === 'number' && Number.isInteger(value),
    'string[]': (value) => typeof value === 'object',
  };
  /** Every programme with every cap, so that no fact is missing for want of one. */
  const policy = {
    ...repositoryPolicy(),
    programmes: new Map(
      programmes.map((each) => [each.programme, { ...each, caps: { lifetime: 99, ...each.caps } }]),
    ),
  };
  let produced: readonly Facts[] = [];
  beforeAll(async () => {
    const { decisions } = await replayed(askedAtOnce(smallWorld('laws')), policy);
    produced = [...decisions.map(({ facts }) => facts), ...(await reviewedFacts())];
  });

  test('every fact produced is declared, with the type it has', () => {
    for (const facts of produced)
      for (const [id, value] of Object.entries(facts)) {
        const declared = catalogue[id];
        expect(declared, id).toBeDefined();
        if (declared)
          expect(TYPED[declared.type](value), `${id} is no ${declared.type}`).toBe(true);
      }
  });

  test('every fact declared is produced', () => {
    const ids = new Set(produced.flatMap((facts) => Object.keys(facts)));
    expect(Object.keys(catalogue).filter((id) => !ids.has(id))).toEqual([]);
  });

  test('every agreement seen has a weight', () => {
    for (const signal of model.signals) {
      if (signal.kind !== 'identity') continue;
      const seen = new Set(produced.map((facts) => facts[`${signal.signal}.match`]));
      const known = signal.levels.map(({ level }) => level);
      expect([...known, 'none', undefined]).toEqual(expect.arrayContaining([...seen]));
    }
  });

  test('a fact that is never missing never is', () => {
    const always = Object.entries(catalogue).flatMap(([id, { missing }]) =>
      missing === 'never' ? [id] : [],
    );
    expect(always.length).toBeGreaterThan(10);
    for (const facts of produced) expect(facts).toEqual(expect.objectContaining(pick(always)));
  });
});

const pick = (ids: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(ids.map((id) => [id, expect.anything()]));
