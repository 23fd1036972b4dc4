import type { ReviewCase } from '@doubletake/scoring';
import type { SignedIn } from '../asked.ts';
import type { DecideForm } from '../models/cases.ts';
import type { FormProblems } from '../form.ts';
import { LABELS, PERSONS_REASONS } from '../handlers/cases/decide-form.ts';
import { may } from '../permissions.ts';
import { isWorkable } from './case-actions.ts';
import { reasonWords } from './reason.ts';

/** The form that decides a case, with what was typed; nothing for those who may not, or cannot now. */
export function shownDecideForm(
  { house, user, at, form }: SignedIn,
  { caseId, state, lease }: ReviewCase,
  problems: FormProblems,
): DecideForm | undefined {
  const current = lease !== undefined && lease.until > at ? lease : undefined;
  const others = current !== undefined && current.by !== user.userId;
  if (!may(user.role, 'cases.decide') || !isWorkable(state) || others) return undefined;
  const text = (name: string): string => {
    const value = form[name];
    return typeof value === 'string' ? value : '';
  };
  return {
    caseId,
    commandId: Buffer.from(house.random(16)).toString('base64url'),
    leaseToken: current?.token,
    reasons: reasonOptions(Object.keys(house.cases.policy.reasons)),
    labels: [
      { value: '', label: 'as the reason says' },
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

/** What people conclude by first, numbered, so that a digit picks them; then every other reason. */
function reasonOptions(codes: readonly string[]): DecideForm['reasons'] {
  const known = new Set(codes);
  const first = PERSONS_REASONS.filter((code) => known.has(code));
  const others = codes.filter((code) => !first.includes(code));
  return [
    { value: '', label: 'choose' },
    ...first.map((value, index) => ({
      value,
      label: `${index + 1} ${reasonWords(value.replace('REVIEWED_', ''))}`,
    })),
    ...others.map((value) => ({ value, label: reasonWords(value) })),
  ];
}
