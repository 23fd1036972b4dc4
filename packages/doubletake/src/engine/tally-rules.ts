import type { Comparison, Condition, OperatorName, Rule } from '@doubletake/rules';
import { programmeOf, type Policy } from '@doubletake/scoring';

/** Facts that every further release to the same beneficiary changes. */
const TALLIES: ReadonlySet<string> = new Set([
  'beneficiary.rewards',
  'beneficiary.rewards30d',
  'beneficiary.rewarded365dMinor',
]);

/** Comparisons that say a tally has reached a cap, or has not, by which of the two comes first. */
const REACHES = {
  tally: new Set<OperatorName>(['greaterThanInclusive', 'lessThan']),
  cap: new Set<OperatorName>(['lessThanInclusive', 'greaterThan']),
};

/**
 * Each cap of a programme with the tally it bounds, and the days that tally looks back: a release is kept only while there is
 * room under all of them.
 */
export const CAPS: readonly {
  readonly tally: string;
  readonly cap: string;
  readonly days?: number;
}[] = [
  { tally: 'beneficiary.rewards', cap: 'programme.caps.lifetime' },
  { tally: 'beneficiary.rewards30d', cap: 'programme.caps.per30Days', days: 30 },
  { tally: 'beneficiary.rewards30d', cap: 'programme.caps.firstMonth', days: 30 },
];

const known = new WeakMap<Policy, Map<string, boolean>>();

/**
 * Whether a rule in force for a programme looks at what its beneficiary was rewarded with otherwise than to see whether it
 * has reached its own cap: then any further release may change what it says.
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

function looksAtTally({ fact, operator, value }: Comparison): boolean {
  const other = typeof value === 'object' && 'fact' in value ? value.fact : '';
  if (![fact, other].some((side) => TALLIES.has(side))) return false;
  return !CAPS.some(
    ({ tally, cap }) =>
      (fact === tally && other === cap && REACHES.tally.has(operator)) ||
      (fact === cap && other === tally && REACHES.cap.has(operator)),
  );
}
