import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import {
  parseRuleTests,
  printRule,
  type FactCatalogue,
  type Pack,
  type Rule,
} from '@doubletake/rules';
import type { BookedRule, RuleBook } from '@doubletake/scoring';

/** What a book is made from. */
interface Shelf {
  readonly dir: string;
  readonly catalogue: FactCatalogue;
  readonly packs: readonly Pack[];
  readonly rulesVersion: string;
}

/** A rules folder as people read it, rules that are off included; `commit` is where its files are in version control. */
export function ruleBookOf(folder: Shelf, commit?: string): RuleBook {
  const { packs, catalogue, rulesVersion } = folder;
  return {
    rules: packs.flatMap(({ name, rules }) =>
      rules.toSorted(byVote).map((rule) => booked(folder, name, rule)),
    ),
    facts: catalogue,
    version: rulesVersion,
    ...(commit === undefined ? {} : { commit }),
  };
}

function booked(folder: Shelf, pack: string, rule: Rule): BookedRule {
  const file = posix.join('packs', pack, `${rule.name}.test.json`);
  const cases = casesIn(join(folder.dir, file));
  return {
    id: `${pack}/${rule.name}`,
    pack,
    rule,
    text: printRule(rule),
    ...(cases === 0 ? {} : { tests: { file, cases } }),
  };
}

/** Named pairs of a test file; none when it is not there or is none, which `rules test` says. */
function casesIn(path: string): number {
  if (!existsSync(path)) return 0;
  const tests = parseRuleTests(JSON.parse(readFileSync(path, 'utf8')));
  return tests.ok ? tests.value.cases.length : 0;
}

const STRICTNESS: readonly Rule['event']['type'][] = ['block', 'hold', 'release'];

function byVote(a: Rule, b: Rule): number {
  return (
    STRICTNESS.indexOf(a.event.type) - STRICTNESS.indexOf(b.event.type) ||
    (b.priority ?? 1) - (a.priority ?? 1) ||
    (a.name < b.name ? -1 : 1)
  );
}
