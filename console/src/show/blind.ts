import type { Decision, Sides } from '@doubletake/scoring';
import type { PairRow } from '../models/case-parts.ts';
import { shownFacts } from './fact.ts';
import { pairRows } from './pair.ts';

/** Facts that the model worked out, by the beginning or end of their names. */
const OF_THE_MODEL = /^(score|evidence|posterior|allowance)(\.|$)|Bits$/;

/** What the rules read, without what the model made of it. */
export function blindFacts(
  facts: Decision['facts'],
  zone: string,
): readonly { readonly name: string; readonly value: string }[] {
  const plain = Object.entries(facts).filter(([name]) => !OF_THE_MODEL.test(name));
  return shownFacts(Object.fromEntries(plain), zone);
}

/** Both sides of the pair, without the weight of what they share. */
export function blindPair(decision: Decision, sides: Sides): readonly PairRow[] {
  return pairRows(decision, sides).map((row) => ({
    ...row,
    compared: row.compared && { ...row.compared, bits: undefined, tone: 'plain' },
  }));
}
