import { canHold } from '../logic/satisfiable.ts';
import type { Condition } from '../rule.ts';
import { partsIn } from './check.ts';
import type { Check, Finding, Placed } from './check.ts';

/** A condition that contradicts itself never holds, whatever the facts; the part that does it is named. */
export const conditionsMustBeAbleToHold: Check = (rule) =>
  contradictions({ value: rule.conditions, path: '/conditions' });

// the innermost contradiction says most; an outer one counts only when no part explains it
function contradictions(placed: Placed<Condition>): readonly Finding[] {
  const inner = partsIn(placed).flatMap(contradictions);
  if (inner.length > 0 || canHold(placed.value)) return inner;
  const message = 'this can never hold: its comparisons contradict each other';
  return [{ code: 'rules_never_true', message, path: placed.path }];
}
