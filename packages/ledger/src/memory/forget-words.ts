import type { ReviewCase } from '@doubletake/scoring';
import { ERASED } from '../allowance.ts';
import { accountsOf } from '../desk/accounts-of.ts';
import type { Allowances } from './allowances.ts';
import type { CaseBook } from './case-book.ts';
import type { Entities } from './entities.ts';
import type { MemoryNotes } from './memory-notes.ts';

/** Where people wrote, and of whom. */
interface Written {
  readonly entities: Entities;
  readonly cases: CaseBook;
  readonly notes: MemoryNotes;
  readonly allowances: Allowances;
}

/** Lets go of what people wrote about an account, under any of its names. */
export function forgetWords(
  { entities, cases, notes, allowances }: Written,
  accountIds: readonly string[],
): void {
  const isAbout = (held: ReviewCase | undefined): boolean =>
    held !== undefined &&
    [...cases.everNamed(held), ...namedNow(entities, held)].some((id) => accountIds.includes(id));
  notes.drop(({ kind, id }) =>
    kind === 'account' ? accountIds.includes(id) : isAbout(cases.find(id)),
  );
  allowances.forget(accountIds);
  for (const conclusion of cases.conclusions()) {
    const held = cases.find(conclusion.caseId);
    if (held === undefined || !isAbout(held) || conclusion.allowance === undefined) continue;
    const after = { ...conclusion, allowance: { ...conclusion.allowance, reason: ERASED } };
    const stands = held.conclusion?.commandId === conclusion.commandId;
    cases.keep({ case: stands ? { ...held, conclusion: after } : held, conclusion: after });
  }
}

/** The accounts that a case's reward and its referral name, whatever the case was closed on. */
function namedNow({ rewards, referrals }: Entities, { rewardId }: ReviewCase): readonly string[] {
  const reward = rewards.state(rewardId);
  const referral = reward && referrals.state(reward.referralId);
  return accountsOf({ ...referral, ...reward });
}
