import type { Action, Decision, Outcome } from './decision.ts';
import { isPaid } from './facts/reward-facts.ts';
import { programmeOf, type Policy } from './policy/policy.ts';
import { renderGivenReason } from './policy/render-reason.ts';
import type { ScreeningRecord } from './ports/ledger.ts';
import type { Conclusion } from './ports/review-case.ts';
import { riskVotes } from './verdict.ts';

/** What a person's decision is made from. */
export interface Reviewed {
  readonly conclusion: Conclusion;
  /** The same reward screened anew, under the decision id the person's decision will have. */
  readonly screening: Decision;
  readonly record: ScreeningRecord;
  /** The decision the person had before them. */
  readonly before?: Decision | undefined;
}

/**
 * A person's decision: their outcome over the evidence as it stands now. A person overrules every risk rule and never
 * the terms: a release that the terms now block or make wait is decided as the terms say.
 */
export function reviewedDecision(reviewed: Reviewed, policy: Policy): Decision {
  const { screening, conclusion, record } = reviewed;
  const { until: _, standing: _overcome, ...evidence } = screening;
  const { outcome = 'release', reason = '' } = conclusion;
  const review = {
    ...reviewedBy(conclusion, { outcome, reason }),
    ...(outcome === 'release' ? { overruled: overruledBy(reviewed, policy) } : {}),
  };
  if (outcome === 'release' && barredByTerms(screening))
    return { ...screening, stage: 'review', review };
  return {
    ...evidence,
    stage: 'review',
    outcome,
    action: actionOf(outcome, record, policy),
    reasons: [renderGivenReason({ reason, rule: 'review' }, screening.facts, policy.reasons)],
    determiningRules: [],
    review,
  };
}

/**
 * The risk rules a release was given against: those that spoke in the decision the person had before them, and no other.
 * Where its evidence is gone, those it kept.
 */
export function overruledBy({ before, conclusion }: Reviewed, policy: Policy): readonly string[] {
  return before === undefined || before.evidenceExpired === true
    ? conclusion.rules.filter((rule) => !isTerm(rule))
    : riskVotes(before.facts, policy);
}

function reviewedBy(
  conclusion: Conclusion,
  { outcome, reason }: { readonly outcome: Outcome; readonly reason: string },
): NonNullable<Decision['review']> {
  const { caseId, commandId, decisionId, by, second, label, scoreVisible } = conclusion;
  return {
    caseId,
    commandId,
    of: decisionId,
    by,
    ...(second === undefined ? {} : { secondBy: second.by }),
    outcome,
    reason,
    label,
    scoreVisible,
  };
}

const isTerm = (rule: string): boolean => rule.startsWith('terms/');

/** Whether the terms themselves speak against paying now. */
export function barredByTerms({ outcome, action, determiningRules }: Decision): boolean {
  const byTerms = determiningRules.some(isTerm);
  return byTerms && (outcome === 'block' || action === 'wait');
}

function actionOf(outcome: 'release' | 'block', record: ScreeningRecord, policy: Policy): Action {
  if (outcome === 'release' || programmeOf(policy, record.reward.programmeId).observe) return 'pay';
  return isPaid(record) ? 'claw_back' : 'void';
}
