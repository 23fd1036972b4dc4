import type { Comparison, Condition, Rule } from '@doubletake/rules';
import { programmeOf, type Policy } from '@doubletake/scoring';

/** Facts that every further release to the same beneficiary changes. */
const TALLIES: ReadonlySet<string> = new Set([
  'beneficiary.rewards',
  'beneficiary.rewards30d',
  'beneficiary.rewarded365dMinor',
]);

const known = new WeakMap<Policy, Map<string, boolean>>();

/**
 * Whether a rule in force for a programme looks at what its beneficiary was rewarded with otherwise than against a cap of
 * the programme: then any further release may change what it says.
 */
export function readsTally(policy: Policy, programmeId: string): boolean {
  const asked = known.get(policy) ?? new Map<string, boolean>();
  known.set(policy, asked);
  const before = asked.get(programmeId);
  if (before !== undefined) return before;
  const risk = policy.packOverride ?? programmeOf(policy, programmeId).pack;
  const reads = policy.book.rules.some(
    ({ pack, rule }) =>
      (pack === 'terms' || pack === risk) &&
      isInForce(rule, programmeId) &&
      comparisonsIn(rule.conditions).some(looksAtTally),
  );
  asked.set(programmeId, reads);
  return reads;
}

const isInForce = ({ mode, programmes }: Rule, programmeId: string): boolean =>
  mode === 'live' && (programmes?.includes(programmeId) ?? true);

function comparisonsIn(condition: Condition): readonly Comparison[] {
  if ('all' in condition) return condition.all.flatMap(comparisonsIn);
  if ('any' in condition) return condition.any.flatMap(comparisonsIn);
  if ('not' in condition) return comparisonsIn(condition.not);
  return [condition];
}

function looksAtTally({ fact, value }: Comparison): boolean {
  const sides = typeof value === 'object' && 'fact' in value ? [fact, value.fact] : [fact];
  const isCap = sides.some((side) => side.startsWith('programme.caps.'));
  return !isCap && sides.some((side) => TALLIES.has(side));
}
