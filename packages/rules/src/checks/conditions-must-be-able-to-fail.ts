import { canFail } from '../logic/satisfiable.ts';
import type { Condition } from '../rule.ts';
import { partsIn } from './check.ts';
import type { Check, Finding, Placed } from './check.ts';

/** A condition that holds whatever the facts asks nothing; the part that does it is named. */
export const conditionsMustBeAbleToFail: Check = (rule) =>
  tautologies({ value: rule.conditions, path: '/conditions' });

function tautologies(placed: Placed<Condition>): readonly Finding[] {
  const inner = partsIn(placed).flatMap(tautologies);
  if (inner.length > 0 || canFail(placed.value)) return inner;
  const message = 'this holds whatever the facts are, so it decides nothing';
  return [{ code: 'rules_always_true', message, path: placed.path }];
}
