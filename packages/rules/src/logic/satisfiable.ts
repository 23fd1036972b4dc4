import { isComparison } from '../condition.ts';
import type { Comparison, Condition } from '../rule.ts';
import { staysConsistent } from './consistent.ts';
import { withoutNot } from './negation.ts';

/** Steps after which a search gives up. Rules people write need a few dozen. */
const STEPS = 5000;

/** Whether a condition can hold at all. In doubt: yes. */
export function canHold(condition: Condition): boolean {
  return someWayToHold(condition, () => true);
}

/** Whether a condition can fail once all its facts are known. In doubt: yes. */
export function canFail(condition: Condition): boolean {
  return canHold({ not: condition });
}

/** Whether one condition holds wherever another does. In doubt: no. */
export function implies(one: Condition, other: Condition): boolean {
  return !canHold({ all: [one, { not: other }] });
}

/**
 * Whether there is a way for a condition to hold, a set of comparisons that can be true together, that is wanted. A
 * search that would take too long answers yes.
 */
export function someWayToHold(
  condition: Condition,
  wanted: (way: readonly Comparison[]) => boolean,
): boolean {
  let steps = 0;
  const search = (pending: readonly Condition[], way: readonly Comparison[]): boolean => {
    steps += 1;
    const [first, ...rest] = pending;
    if (steps > STEPS) return true;
    if (first === undefined) return wanted(way);
    if (isComparison(first)) {
      return staysConsistent(way, first) && search(rest, [...way, first]);
    }
    if ('all' in first) {
      // comparisons first: what they rule out need not be searched
      const groups = first.all.filter((part) => !isComparison(part));
      return search([...first.all.filter(isComparison), ...groups, ...rest], way);
    }
    return 'any' in first && first.any.some((part) => search([part, ...rest], way));
  };
  return search([withoutNot(condition)], []);
}
