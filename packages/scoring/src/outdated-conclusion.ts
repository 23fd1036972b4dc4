import type { Decision } from './decision.ts';
import type { Policy } from './policy/policy.ts';
import type { ScreeningRecord } from './ports/ledger.ts';
import type { ConcludedAbout } from './ports/review-case.ts';
import { barredByTerms, overruledBy, type Reviewed } from './reviewed-decision.ts';
import { REVIEW, riskVotes } from './verdict.ts';

/**
 * Whether what was concluded is no longer about what the person looked at. Whatever it is, where it would be carried out for
 * other people; a release also where the reward is worth more, is for another order or of another programme, or a rule speaks
 * against paying that was silent in the decision they had before them. What the terms now block or make wait is theirs
 * whatever was concluded; a block stands whatever else is found of the same people.
 */
export function isOutdated(reviewed: Reviewed, policy: Policy): boolean {
  const { conclusion, screening, record, before } = reviewed;
  const { about } = conclusion;
  // Nobody knows whom it was about where that was not kept: it is asked again.
  if (about === undefined || isOfOthers(about, record)) return true;
  if (conclusion.outcome !== 'release') return false;
  const { amount, orderId, programmeId } = record.reward;
  const { minor, currency } = about.amount;
  if (amount.currency !== currency || amount.minor > minor || orderId !== about.orderId)
    return true;
  if (programmeId !== conclusion.programmeId) return true;
  if (barredByTerms(screening)) return false;
  const known = new Set([
    ...overruledBy(reviewed, policy),
    ...conclusion.rules,
    ...(before?.determiningRules ?? []),
  ]);
  return speakingAgainst(screening, policy).some((rule) => !known.has(rule));
}

function isOfOthers(about: ConcludedAbout, { reward, referral }: ScreeningRecord): boolean {
  return (
    about.beneficiaryId !== reward.beneficiaryId ||
    about.referrerId !== referral?.referrerId ||
    about.refereeId !== referral?.refereeId
  );
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
