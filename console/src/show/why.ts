import type { ReviewCase } from '@doubletake/scoring';
import type { Choice } from '../shown.ts';
import type { Reader } from './reader.ts';
import { reasonWords } from './reason.ts';

/** Why a case was put aside, as people say it; any other code is read as words. */
const WORDS: Readonly<Record<string, string>> = {
  know_the_people: 'I know the people',
  not_my_language: 'not my language',
  need_a_break: 'I need a break from these',
  ring_suspected: 'looks like a ring',
  high_value: 'much money',
  unclear_terms: 'the terms are unclear',
  asked_customer: 'the customer was asked',
  awaits_order: 'the order is not over',
  awaits_colleague: 'a colleague is asked',
  overdue: 'it is overdue',
  absent: 'they are away',
  look_again: 'look again, please',
  evidence_missing: 'evidence is missing',
  wrong_reason: 'another reason fits',
  customer_objects: 'the customer objects',
  new_evidence: 'there is new evidence',
  was_wrong: 'the decision was wrong',
  other: 'something else',
};

/** A code as words. */
export function whyWords(code: string): string {
  return WORDS[code] ?? reasonWords(code);
}

/** Codes to choose from. */
export function whyOptions(codes: readonly string[]): Choice['options'] {
  return codes.map((value) => ({ value, label: whyWords(value) }));
}

/** Who escalated a case that is not decided, and why; the console's own clock goes by its name. */
export function shownEscalation(
  { state, escalation }: ReviewCase,
  { names }: Pick<Reader, 'names'>,
): string | undefined {
  if ((state !== 'escalated' && state !== 'awaiting_second') || escalation === undefined)
    return undefined;
  return `${names(escalation.by)}: ${whyWords(escalation.reason)}`;
}
