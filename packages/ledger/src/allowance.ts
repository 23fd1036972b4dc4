import {
  isGrantable,
  type Allowance,
  type AllowanceEnd,
  type AuditEntry,
  type Decision,
  type Instant,
} from '@doubletake/scoring';
import { LedgerError } from './errors.ts';

/** What stands instead of the reason once an account of the pair was erased: people write anything. */
export const ERASED = 'erased';

/** Whether a pair exception says what one that was recorded said. */
export function sameAllowance(a: Allowance, b: Allowance): boolean {
  return (
    a.allowanceId === b.allowanceId &&
    a.referrerId === b.referrerId &&
    a.refereeId === b.refereeId &&
    a.owner === b.owner &&
    (a.reason === ERASED || a.reason === b.reason) &&
    a.expiresAt === b.expiresAt
  );
}

/** Whether a person decides that what the pair did was not in order: whoever excepted it did not know. */
export function endsAllowances({ review }: Decision): boolean {
  return review?.outcome === 'block' && (review.label === 'fraud' || review.label === 'policy');
}

/** What the trail says of an exception that is taken back. */
export function endEntry({ allowanceId, by, at }: AllowanceEnd): AuditEntry {
  const subject = `allowance:${allowanceId}`;
  return { at, actor: by, action: 'allowance.end', subject, details: {} };
}

/** The refusal to give an allowance id a second meaning. */
export function allowanceConflict(allowanceId: string): LedgerError {
  return new LedgerError(
    'ledger_allowance_conflict',
    `allowance \`${allowanceId}\` was recorded before with other content; give the new one its own id`,
  );
}

/** @throws LedgerError `ledger_allowance_refused` when nobody may give it, or not for so long. */
export function checkAllowance(allowance: Allowance, at: Instant): void {
  if (isGrantable(allowance, at)) return;
  throw new LedgerError(
    'ledger_allowance_refused',
    `allowance \`${allowance.allowanceId}\` needs an owner, a reason and an end within a year`,
  );
}
