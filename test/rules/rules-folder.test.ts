import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  parseRuleTests,
  runRuleTests,
  runRuleTestsReference,
  type FactType,
  type FactValue,
  type Facts,
} from '@doubletake/rules';
import { SIGNALS } from '@doubletake/scoring';
import { defaultRulesDir, loadRules } from 'doubletake';
import { beforeAll, describe, expect, it, test } from 'vitest';
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

const namesIn = (folder: string, ending: string): string[] =>
  readdirSync(join(DIR, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length));

describe('every rule', () => {
  it.each(rules)(
    '$id has a case that fires and a quiet one, and passes on both engines',
    async ({ pack, rule }) => {
      const json: unknown = JSON.parse(
        readFileSync(join(DIR, 'packs', pack, `${rule.name}.test.json`), 'utf8'),
      );
      const tests = parseRuleTests(json);
      if (!tests.ok) throw new Error(tests.problems.map(({ message }) => message).join('\n'));
      const expected = new Set(tests.value.cases.map((each) => each.expect));
      expect([...expected]).toEqual(expect.arrayContaining(['fires', 'quiet']));
      for (const results of [
        runRuleTests(rule, tests.value),
        await runRuleTestsReference(rule, tests.value),
      ])
        expect(results.filter(({ passed }) => !passed)).toEqual([]);
    },
  );

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

test('every reason listed is given by some rule, and every reason given is listed', () => {
  const given = new Set(rules.map(({ rule }) => rule.event.params.reason));
  expect(Object.keys(reasons).toSorted()).toEqual([...given].toSorted());
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
    produced = decisions.map(({ facts }) => facts);
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
