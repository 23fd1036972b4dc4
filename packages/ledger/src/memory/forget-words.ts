import type { ReviewCase } from '@doubletake/scoring';
import { ERASED } from '../allowance.ts';
import type { Allowances } from './allowances.ts';
import type { CaseBook } from './case-book.ts';
import type { MemoryNotes } from './memory-notes.ts';

/** Where people wrote. */
interface Written {
  readonly cases: CaseBook;
  readonly notes: MemoryNotes;
  readonly allowances: Allowances;
}

/** Lets go of what people wrote about an account, under any of its names. */
export function forgetWords(
  { cases, notes, allowances }: Written,
  accountIds: readonly string[],
): void {
  const isAbout = (held: ReviewCase | undefined): boolean =>
    held !== undefined &&
    [held.referrerId, held.refereeId, held.beneficiaryId].some(
      (id) => id !== undefined && accountIds.includes(id),
    );
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
