import { pointerStep } from '@doubletake/rules';

import type { ScoringErrorCode } from '../errors.ts';
import { maskLongNumbers } from './card-number.ts';
import type { EventProblem } from './problem.ts';

/** What is wrong, before it has a place. */
export interface Complaint {
  readonly code: ScoringErrorCode;
  readonly message: string;
  /** The offending text, as found. */
  readonly text?: string;
  readonly hint?: string;
}

/** What an event holds at most, in UTF-16 code units; also what the free-form part of one holds. */
export const LARGEST_EVENT = 65_536;

const MOST_PROBLEMS = 32;
const LONGEST_TEXT = 80;
/** An e-mail address may stand anywhere, also where a key or a kind is expected. */
const MAILBOX = /[^\s"'`]+@[^\s"'`]+\.[^\s"'`]+/gu;

/** One event being read: where the reader stands, and everything wrong so far. */
export class Reading {
  readonly problems: EventProblem[] = [];
  readonly #line: number | undefined;
  readonly #segments: (string | number)[] = [];
  #room = LARGEST_EVENT;

  constructor(line?: number) {
    this.#line = line;
  }

  /** Whether enough is wrong; what comes after is not reported, so that a hostile event stays cheap. */
  get full(): boolean {
    return this.problems.length >= MOST_PROBLEMS;
  }

  enter(segment: string | number): void {
    this.#segments.push(segment);
  }

  leave(): void {
    this.#segments.pop();
  }

  /** Takes characters off what free-form content may still hold; false, and said once, when they no longer fit. */
  spend(characters: number): boolean {
    const fitted = this.#room >= 0;
    this.#room -= characters;
    if (fitted && this.#room < 0) {
      this.refuse({ code: 'event_too_large', message: `more than ${LARGEST_EVENT} characters` });
    }
    return this.#room >= 0;
  }

  /** Notes a problem at the present place; the answer is that of a reader that read nothing. */
  refuse(complaint: Complaint): undefined {
    if (this.full) return undefined;
    // INVARIANT: no problem carries a card number: every text from outside passes through the mask, before it is cut.
    this.problems.push({
      code: complaint.code,
      message: maskLongNumbers(complaint.message),
      at: {
        ...(this.#line === undefined ? {} : { line: this.#line }),
        path: pointer(this.#segments),
      },
      ...(complaint.text === undefined ? {} : { text: quoted(complaint.text) }),
      ...(complaint.hint === undefined ? {} : { hint: complaint.hint }),
    });
    return undefined;
  }
}

/** A text from outside as a problem may show it: long numbers and mailboxes masked, on one line, at most 80 characters. */
export function quoted(text: string): string {
  const shown = maskLongNumbers(text)
    .replace(MAILBOX, '•••')
    .replace(/[\p{Cc}\p{Cs}]+/gu, ' ');
  return shown.length <= LONGEST_TEXT ? shown : `${shown.slice(0, LONGEST_TEXT - 1)}…`;
}

/**
 * Where it is, as a JSON Pointer. Names that are long, or hold what may not be shown, stand in it as `quoted` shows them:
 * then it tells a reader the place, and leads no machine there.
 */
function pointer(segments: readonly (string | number)[]): string {
  return segments.map((segment) => pointerStep(quoted(String(segment)))).join('');
}
