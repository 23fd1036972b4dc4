import type { ReviewCase } from '@doubletake/scoring';
import type { SignedIn } from '../asked.ts';
import type { CaseActions } from '../models/cases.ts';
import { may } from '../permissions.ts';
import {
  ESCALATE_REASONS,
  SKIP_REASONS,
  SNOOZE_REASONS,
  TAKE_OVER_REASONS,
} from '../handlers/cases/why-field.ts';
import { whyOptions } from './why.ts';

/** What this person may do with the case besides deciding; nothing when it is decided, or not theirs to touch. */
export async function shownActions(
  { house, user, at }: SignedIn,
  { caseId, state, lease }: ReviewCase,
): Promise<CaseActions | undefined> {
  if (!may(user.role, 'cases.decide') || !isWorkable(state)) return undefined;
  const current = lease !== undefined && lease.until > at ? lease : undefined;
  const mine = current?.by === user.userId;
  const others = await house.access.users();
  const able = others.filter(
    ({ userId, role, disabledAt }) =>
      userId !== user.userId && disabledAt === undefined && may(role, 'cases.decide'),
  );
  return {
    caseId,
    leaseToken: mine ? current.token : undefined,
    claim: claimable(current !== undefined, mine, may(user.role, 'cases.approve')),
    snoozed: state === 'snoozed',
    colleagues: able.map(({ userId, name }) => ({ value: userId, label: name })),
    whys: WHYS,
  };
}

const WHYS: CaseActions['whys'] = {
  skip: whyOptions(SKIP_REASONS),
  escalate: whyOptions(ESCALATE_REASONS),
  snooze: whyOptions(SNOOZE_REASONS),
  takeOver: whyOptions(TAKE_OVER_REASONS),
};

/** Whether people still work on a case. */
export function isWorkable(state: ReviewCase['state']): boolean {
  return state === 'open' || state === 'escalated' || state === 'snoozed';
}

function claimable(leased: boolean, mine: boolean, lead: boolean): CaseActions['claim'] {
  if (mine) return 'keep';
  if (!leased) return 'claim';
  return lead ? 'take_over' : undefined;
}
