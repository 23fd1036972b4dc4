import {
  DAY,
  LABELS,
  LONGEST_ALLOWANCE,
  reviewReasons,
  type Instant,
  type ReasonTexts,
  type ReviewCase,
} from '@doubletake/scoring';
import type { SignedIn } from '../asked.ts';
import type { DecideForm, ExceptionForm, VerdictForm } from '../models/cases.ts';
import type { FormProblems } from '../form.ts';
import { may } from '../permissions.ts';
import { seenField } from '../case-seen.ts';
import { isWorkable } from './case-actions.ts';
import { reasonWords } from './reason.ts';

/** What is chosen instead of a label. */
export const AS_THE_REASON_SAYS = 'as the reason says';

/** The form that decides a case, with what was typed; nothing for those who may not, or cannot now. */
export function shownDecideForm(
  asked: SignedIn,
  held: ReviewCase,
  problems: FormProblems,
): DecideForm | undefined {
  const { user, at } = asked;
  const { caseId, state, lease, referrerId } = held;
  const current = lease !== undefined && lease.until > at ? lease : undefined;
  const others = current !== undefined && current.by !== user.userId;
  if (!may(user.role, 'cases.decide') || !isWorkable(state) || others) return undefined;
  return {
    ...shownVerdictForm(asked, problems),
    caseId,
    seen: seenField(held),
    leaseToken: current?.token,
    exception: referrerId === undefined ? undefined : exceptionForm(asked, held.programmeId),
  };
}

/** What is concluded, whatever it is concluded about. */
export function shownVerdictForm(asked: SignedIn, problems: FormProblems): VerdictForm {
  const { random, cases } = asked.house;
  const text = typedIn(asked);
  return {
    commandId: Buffer.from(random(16)).toString('base64url'),
    reasons: reasonOptions(cases.policy.reasons),
    labels: [
      { value: '', label: AS_THE_REASON_SAYS },
      ...LABELS.map((value) => ({ value, label: value })),
    ],
    typed: {
      outcome: text('outcome'),
      reason: text('reason'),
      label: text('label'),
      note: text('note'),
    },
    problems,
  };
}

function exceptionForm(asked: SignedIn, programmeId: string): ExceptionForm {
  const text = typedIn(asked);
  return {
    second: asked.house.cases.policy.programmes.get(programmeId)?.secondPersonFrom !== undefined,
    reason: text('exceptionReason'),
    until: text('exceptionUntil'),
    first: dayOf(asked.at),
    last: dayOf(asked.at + LONGEST_ALLOWANCE - DAY),
  };
}

const dayOf = (at: Instant): string => new Date(at - (at % DAY)).toISOString().slice(0, 10);

const typedIn =
  ({ form }: SignedIn) =>
  (name: string): string => {
    const value = form[name];
    return typeof value === 'string' ? value : '';
  };

/** What people conclude by, numbered, so that a digit picks it, and with what it decides. */
function reasonOptions(reasons: ReasonTexts): VerdictForm['reasons'] {
  return [
    { value: '', label: 'choose' },
    ...reviewReasons(reasons).map(({ code, outcome }, index) => ({
      value: code,
      label: `${index + 1} ${reasonWords(code.replace('REVIEWED_', ''))}: ${outcome}`,
    })),
  ];
}
