import type { Comparison, FactValue, OperatorName, Pack, Rule } from '@doubletake/rules';
import { FACTS, type Chance } from './facts.ts';

const ORDERED: readonly OperatorName[] = [
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
];

/** A pack of so many rules with three or four comparisons each, nested in `all`, `any` and `not`; one in ten holds. */
export function drawPack(size: number, chance: Chance): Pack {
  return { name: 'drawn', rules: Array.from({ length: size }, (_, nth) => drawRule(nth, chance)) };
}

function drawRule(nth: number, chance: Chance): Rule {
  const [first, second, third, fourth] = Array.from({ length: 4 }, () => comparison(chance));
  if (!first || !second || !third || !fourth) throw new Error('four comparisons were drawn');
  const nested = nth % 2 === 0 ? { any: [third, fourth] } : { not: third };
  return {
    name: `rule-${nth}`,
    description: 'drawn by chance',
    mode: 'live',
    priority: 1 + Math.floor(chance() * 100),
    conditions: { all: [first, second, nested] },
    event: { type: nth % 3 === 0 ? 'block' : 'hold', params: { reason: 'DRAWN' } },
  };
}

function comparison(chance: Chance): Comparison {
  const fact = FACTS[Math.floor(chance() * FACTS.length)];
  if (fact === undefined) throw new Error('no fact to compare');
  return { fact: fact.id, ...against(fact.draw(chance), chance) };
}

function against(value: FactValue, chance: Chance): Pick<Comparison, 'operator' | 'value'> {
  if (typeof value === 'number')
    return { operator: ORDERED[Math.floor(chance() * ORDERED.length)] ?? 'lessThan', value };
  if (typeof value === 'boolean') return { operator: 'equal', value: true };
  if (typeof value === 'string')
    return chance() < 0.8
      ? { operator: 'in', value: [value, 'FR'] }
      : { operator: 'notIn', value: [value, 'FR', 'DE', 'ES'] };
  return { operator: chance() < 0.5 ? 'contains' : 'doesNotContain', value: value[0] ?? '' };
}
