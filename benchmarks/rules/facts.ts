import type { Facts, FactValue } from '@doubletake/rules';

/** Draws evenly from [0, 1). */
export type Chance = () => number;

/** One fact a rule may read, and how its value is drawn. */
export interface DrawnFact {
  readonly id: string;
  readonly draw: (chance: Chance) => FactValue;
}

const COUNTRIES = ['DE', 'FR', 'GB', 'US', 'NL', 'PL', 'IT', 'ES'];
const TAGS = ['new', 'vip', 'staff', 'trial', 'returning'];

const pick = (from: readonly string[], chance: Chance): string =>
  from[Math.floor(chance() * from.length)] ?? '';

const several = (
  count: number,
  name: string,
  draw: (chance: Chance) => FactValue,
): readonly DrawnFact[] =>
  Array.from({ length: count }, (_, index) => ({ id: `${name}.n${index}`, draw }));

/** 33 flat facts: numbers, booleans, strings and two lists. */
export const FACTS: readonly DrawnFact[] = [
  ...several(15, 'number', (chance) => Math.floor(chance() * 100)),
  ...several(10, 'flag', (chance) => chance() < 0.3),
  ...several(6, 'country', (chance) => pick(COUNTRIES, chance)),
  ...several(2, 'tags', (chance) => [pick(TAGS, chance), pick(TAGS, chance)]),
];

/** A value of each fact. */
export function drawFacts(chance: Chance): Facts {
  return Object.fromEntries(FACTS.map(({ id, draw }) => [id, draw(chance)]));
}

/** A source of chance that always gives the same numbers (xorshift, G. Marsaglia, 2003). */
export function seeded(seed: number): Chance {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
