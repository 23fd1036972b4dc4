import type { Decision, Instant, Referral, ReviewCase, Reward } from '@doubletake/scoring';
import { present } from '../present.ts';
import { unleased } from './leasing.ts';
import { awake } from './shelving.ts';
import { answerWithin } from './spans.ts';

/** What a screening knows of a case. */
type Seen = Pick<ReviewCase, 'decisionId' | 'score' | 'reasons' | 'rules' | 'refreshedAt'>;

/** What a case is about: its reward, and the pair of it, as they are told to be. */
const caseAbout = (
  { programmeId, beneficiaryId, orderId, amount }: Reward,
  { referrerId, refereeId }: Partial<Referral> = {},
) => ({ programmeId, referrerId, refereeId, beneficiaryId, orderId, amount });

/** The same case, about what its reward is told to be now. */
export function restatedCase(
  held: ReviewCase,
  reward: Reward,
  referral: Referral | undefined,
): ReviewCase {
  return present({ ...held, ...caseAbout(reward, referral) });
}

/** The case a holding decision opens. */
export function openedCase(
  decision: Decision,
  reward: Reward,
  referral: Referral | undefined,
): ReviewCase {
  const { decisionId, rewardId, at, facts } = decision;
  return present({
    caseId: decisionId,
    rewardId,
    ...caseAbout(reward, referral),
    ...seenBy(decision),
    openedAt: at,
    dueAt: at + answerWithin(facts['programme.reviewHours']),
    state: 'open' as const,
    leases: 0,
    skippedBy: [],
  });
}

/** The same case after a further holding decision: a new sign ends its sleep, and gives no further time. */
export function refreshedCase(held: ReviewCase, decision: Decision): ReviewCase {
  return { ...awake(held, decision.at), ...seenBy(decision) };
}

/** The case that needs no person any more: a later screening answered it, or its reward was taken back. */
export function overtakenCase(held: ReviewCase, at: Instant): ReviewCase {
  const { snooze: _, conclusion, ...rest } = unleased(held);
  return {
    ...rest,
    ...(conclusion === undefined ? {} : { conclusion: { ...conclusion, status: 'overtaken' } }),
    state: 'closed',
    closedAt: at,
    outcome: 'overtaken',
  };
}

/** The case a person's decision closes. */
export function decidedCase(held: ReviewCase, { at, outcome }: Decision): ReviewCase {
  const { snooze: _, reopened: _reopened, ...rest } = unleased(held);
  return { ...rest, state: 'closed', closedAt: at, outcome };
}

function seenBy({ decisionId, score, reasons, determiningRules, at }: Decision): Seen {
  const codes = [...new Set(reasons.map(({ code }) => code))];
  return { decisionId, score, reasons: codes, rules: determiningRules, refreshedAt: at };
}
