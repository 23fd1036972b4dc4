import { CASE_SORTS, type CaseSort, type ReviewCase } from '@doubletake/scoring';
import { LedgerError } from '../errors.ts';
import { isStorable } from '../storable.ts';

/** A place in the queue: the sort key and id of a case. */
export interface Place {
  readonly key: number;
  readonly caseId: string;
}

/** What each order sorts by; ties by case id. */
export const SORT_KEYS: Readonly<Record<CaseSort, (held: ReviewCase) => number>> = {
  due: ({ dueAt }) => dueAt,
  opened: ({ openedAt }) => openedAt,
  amount: ({ amount }) => amount.minor,
  score: ({ score }) => score,
};

export function printCursor(sort: CaseSort, held: ReviewCase): string {
  const place = [CASE_SORTS.indexOf(sort), SORT_KEYS[sort](held), held.caseId];
  return Buffer.from(JSON.stringify(place), 'utf8').toString('base64url');
}

/** @throws LedgerError `ledger_cursor_invalid` when the text is no cursor of this order. */
export function readCursor(sort: CaseSort, text: string): Place {
  const [position, key, caseId] = parsed(text);
  if (
    position !== CASE_SORTS.indexOf(sort) ||
    typeof key !== 'number' ||
    // Anybody can write an address: no store may be asked for what it takes for no place.
    !(sort === 'score' ? Number.isFinite(key) : Number.isSafeInteger(key)) ||
    typeof caseId !== 'string' ||
    !isStorable(caseId)
  )
    throw new LedgerError(
      'ledger_cursor_invalid',
      `\`${text.slice(0, 80)}\` is no place in a queue by ${sort}; start again from the first page`,
    );
  return { key, caseId };
}

function parsed(text: string): readonly unknown[] {
  try {
    const place: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return Array.isArray(place) ? place : [];
  } catch {
    // Said by the caller, with what to do.
    return [];
  }
}
