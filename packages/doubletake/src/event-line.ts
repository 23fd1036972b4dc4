import { parseEventLine, type ParsedEvent } from '@doubletake/scoring';

/** One line of a file of events. */
export interface EventLine {
  /** Place in the file, from 1. */
  readonly line: number;
  readonly text: string;
  /** Whether the text says what was written. Default true. */
  readonly isUtf8?: boolean;
}

/** The event a line stands for, or everything that is wrong with it. */
export function readEventLine({ line, text, isUtf8 = true }: EventLine): ParsedEvent {
  if (isUtf8) return parseEventLine(text, line);
  // INVARIANT: what cannot be read is never guessed: two people's ids or mailboxes would become the same.
  const message = 'the line is not UTF-8, write the file in that encoding';
  return { ok: false, problems: [{ code: 'event_not_utf8', message, at: { line, path: '' } }] };
}
