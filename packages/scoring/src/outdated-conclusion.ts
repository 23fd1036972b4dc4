import type { Decision } from './decision.ts';
import type { Policy } from './policy/policy.ts';
import { barredByTerms, overruledBy, type Reviewed } from './reviewed-decision.ts';
import { REVIEW, riskVotes } from './verdict.ts';

/**
 * Whether a release is no longer about what the person looked at: the reward is worth more or is for another order, or a
 * rule speaks against paying that was silent in the decision they had before them. What the terms now block or make wait
 * is theirs whatever was concluded; a block stands whatever else is found.
 */
export function isOutdated(reviewed: Reviewed, policy: Policy): boolean {
  const { conclusion, screening, record, before } = reviewed;
  if (conclusion.outcome !== 'release') return false;
  const { about } = conclusion;
  const { amount, orderId } = record.reward;
  if (about !== undefined) {
    const { minor, currency } = about.amount;
    if (amount.currency !== currency || amount.minor > minor || orderId !== about.orderId)
      return true;
  }
  if (barredByTerms(screening)) return false;
  const known = new Set([
    ...overruledBy(reviewed, policy),
    ...conclusion.rules,
    ...(before?.determiningRules ?? []),
  ]);
  return speakingAgainst(screening, policy).some((rule) => !known.has(rule));
}

/**
 * Every rule that speaks against paying; of the risk rules none where they could not be asked. What a person said before is
 * no rule: who opens the case again knows it.
 */
function speakingAgainst(screening: Decision, policy: Policy): readonly string[] {
  const { outcome, determiningRules, degraded, facts } = screening;
  return [
    ...(outcome === 'release' ? [] : determiningRules.filter((rule) => rule !== REVIEW)),
    ...(degraded === undefined ? riskVotes(facts, policy) : []),
  ];
}
