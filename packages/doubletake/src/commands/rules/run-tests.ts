import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  closestName,
  parseRuleTests,
  runRuleTests,
  runRuleTestsReference,
  type FactCatalogue,
  type Pack,
  type Parsed,
  type Problem,
  type Rule,
  type RuleTests,
  type TestResult,
} from '@doubletake/rules';
import type { RulesFolder } from '../../rules-folder.ts';

/** How a rule's cases went, on the engine that decides and on the one that defines the language. */
export interface RuleReport {
  /** `pack/name`. */
  readonly rule: string;
  /** Test file, relative to the rules folder. */
  readonly file: string;
  readonly cases: readonly CaseReport[];
  /** What keeps the tests from being run or from meaning anything. */
  readonly problems: readonly Problem[];
}

/** One case. */
export interface CaseReport {
  readonly note: string;
  readonly expect: TestResult['expect'];
  readonly compiled: TestResult['got'];
  readonly reference: TestResult['got'];
  readonly passed: boolean;
}

/** Runs the tests of every rule of a pack. */
export async function testPack(folder: RulesFolder, pack: Pack): Promise<readonly RuleReport[]> {
  return Promise.all(pack.rules.map((rule) => testRule(folder, pack, rule)));
}

async function testRule(folder: RulesFolder, pack: Pack, rule: Rule): Promise<RuleReport> {
  const file = path.posix.join('packs', pack.name, `${rule.name}.test.json`);
  const named = { rule: `${pack.name}/${rule.name}`, file };
  const tests = readTests(path.join(folder.dir, file), file);
  if (!tests.ok) return { ...named, cases: [], problems: tests.problems };
  const compiled = runRuleTests(rule, tests.value);
  const reference = await runRuleTestsReference(rule, tests.value);
  const cases = compiled.map(({ note, expect, got, passed }, i): CaseReport => {
    const other = reference[i];
    if (other === undefined) throw new Error(`json-rules-engine left out a case of ${named.rule}`);
    return { note, expect, compiled: got, reference: other.got, passed: passed && other.passed };
  });
  return { ...named, cases, problems: unknownFacts(tests.value, file, folder.catalogue) };
}

function readTests(found: string, file: string): Parsed<RuleTests> {
  if (!existsSync(found)) {
    const message = 'the rule has no tests';
    const hint = 'write a case in which it fires and one in which it stays quiet';
    return refused({ code: 'rules_untested', message, at: { file, path: '' }, hint });
  }
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(found, 'utf8'));
  } catch {
    return refused({
      code: 'rules_wrong_type',
      message: 'the file is not JSON',
      at: { file, path: '' },
    });
  }
  return parseRuleTests(json, file);
}

/** A misspelt fact makes a case that proves nothing: the rule never reads it. */
function unknownFacts(tests: RuleTests, file: string, catalogue: FactCatalogue): Problem[] {
  return tests.cases.flatMap(({ facts }, i) =>
    Object.keys(facts)
      .filter((fact) => !Object.hasOwn(catalogue, fact))
      .map((fact): Problem => {
        const near = closestName(fact, Object.keys(catalogue));
        return {
          code: 'rules_unknown_fact',
          message: `unknown fact \`${fact}\``,
          at: { file, path: `/cases/${i}/facts/${fact}` },
          ...(near === undefined ? {} : { hint: `did you mean \`${near}\`` }),
        };
      }),
  );
}

function refused(problem: Problem): { ok: false; problems: readonly Problem[] } {
  return { ok: false, problems: [problem] };
}
