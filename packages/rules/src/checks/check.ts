import { isComparison, partsOf } from '../condition.ts';
import type { FactCatalogue } from '../fact.ts';
import type { Problem } from '../problem.ts';
import type { Comparison, Condition, Pack, Rule } from '../rule.ts';

/** What one rule is checked against. */
interface Surroundings {
  pack: Pack;
  catalogue: FactCatalogue;
  reasons: ReadonlySet<string>;
}

/** A problem, its place given by a pointer into the rule. */
export type Finding = Omit<Problem, 'at'> & { path: string };

/** A law a rule must keep, among its pack and against the catalogue. */
export type Check = (rule: Rule, surroundings: Surroundings) => readonly Finding[];

/** Something inside a rule, and where. */
export interface Placed<T> {
  value: T;
  path: string;
}

/** Every comparison of a rule with its place. */
export function comparisonsIn(rule: Rule): readonly Placed<Comparison>[] {
  return conditionsIn(rule.conditions, '/conditions').flatMap(({ value, path }) =>
    isComparison(value) ? [{ value, path }] : [],
  );
}

/** A condition's parts with their places. */
export function partsIn({ value, path }: Placed<Condition>): readonly Placed<Condition>[] {
  if ('not' in value) return [{ value: value.not, path: `${path}/not` }];
  const kind = 'all' in value ? 'all' : 'any';
  return partsOf(value).map((part, i) => ({ value: part, path: `${path}/${kind}/${i}` }));
}

function conditionsIn(value: Condition, path: string): readonly Placed<Condition>[] {
  const parts = partsIn({ value, path });
  return [{ value, path }, ...parts.flatMap((part) => conditionsIn(part.value, part.path))];
}
