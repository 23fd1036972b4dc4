import { canHold, implies } from '../logic/satisfiable.ts';
import type { Rule } from '../rule.ts';
import type { Check } from './check.ts';

/** A rule whose vote another rule always casts as well can be deleted, or was meant to say something else. */
export const rulesMustChangeSomething: Check = (rule, { pack }) => {
  if (rule.mode !== 'live' || !canHold(rule.conditions)) return [];
  const place = pack.rules.indexOf(rule);
  const covering = pack.rules.find((other, i) => {
    if (other === rule || !saysTheSame(other, rule)) return false;
    if (!implies(rule.conditions, other.conditions)) return false;
    // of two rules that are equal, the later one is the superfluous one
    return i < place || !(saysTheSame(rule, other) && implies(other.conditions, rule.conditions));
  });
  if (covering === undefined) return [];
  const message = `whenever this rule holds, \`${covering.name}\` holds too and votes the same`;
  return [{ code: 'rules_unreachable_rule', message, path: '/conditions' }];
};

/** Whether a live rule's vote would stand in for another's, wherever the other applies. */
function saysTheSame(one: Rule, other: Rule): boolean {
  const [a, b] = [one.event, other.event];
  return (
    one.mode === 'live' &&
    a.type === b.type &&
    a.params.reason === b.params.reason &&
    (a.params.final ?? false) === (b.params.final ?? false) &&
    a.params.until === b.params.until &&
    (one.programmes === undefined ||
      (other.programmes?.every((name) => one.programmes?.includes(name)) ?? false))
  );
}
