import { someWayToHold } from '../logic/satisfiable.ts';
import type { Comparison } from '../rule.ts';
import type { Check } from './check.ts';
import { declarationOf } from './operand-types-must-match.ts';

/** Operators that rule something out; that a thing is absent is no evidence of another. */
const EXCLUDING: readonly string[] = ['notEqual', 'notIn', 'doesNotContain'];

/**
 * A block should rest on two pieces of evidence: one shared address, device or card has innocent causes. Facts the
 * catalogue calls `certain` (an order's status, a cap) are no evidence and need no second. A rule that blocks on one
 * match says why in `acceptedRisk`.
 */
export const aBlockNeedsTwoMatches: Check = (rule, { catalogue }) => {
  if (rule.event.type !== 'block' || rule.acceptedRisk !== undefined) return [];
  const isCertain = (fact: string): boolean => declarationOf(catalogue, fact)?.certain ?? false;
  const restsOnOne = (way: readonly Comparison[]): boolean => {
    const inferred = way.filter(({ fact }) => !isCertain(fact));
    const matches = new Set(inferred.filter(asserts).map(({ fact }) => fact));
    return inferred.length > 0 && matches.size < 2;
  };
  if (!someWayToHold(rule.conditions, restsOnOne)) return [];
  const message = 'this blocks on a single match, which may be chance or a shared household';
  const hint = 'ask for a second one, or say in `acceptedRisk` why one is enough';
  return [{ code: 'rules_single_match_block', message, path: '/conditions', hint }];
};

function asserts({ operator, value }: Comparison): boolean {
  return !EXCLUDING.includes(operator) && value !== false;
}
