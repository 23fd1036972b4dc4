import { compilePack, type Rule } from '@doubletake/rules';
import type { Policy } from '@doubletake/scoring';

/** A policy with a rule of a team's own in one of its packs. */
export function withRule(policy: Policy, rule: Rule, pack = 'evidence'): Policy {
  const booked = { id: `${pack}/${rule.name}`, pack, rule, text: '' };
  const rules = [...policy.book.rules, booked];
  const of = { name: pack, rules: rules.flatMap((each) => (each.pack === pack ? each.rule : [])) };
  return {
    ...policy,
    packs: new Map([...policy.packs, [pack, compilePack(of)]]),
    book: { ...policy.book, rules },
  };
}
