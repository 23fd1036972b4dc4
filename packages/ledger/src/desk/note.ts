import type { NoteWrite } from '@doubletake/scoring';
import { LedgerError } from '../errors.ts';

/** The longest note, in characters. */
const NOTE_LENGTH = 4000;

/** @throws LedgerError `ledger_note_refused` when a note says nothing or too much. */
export function checkNote({ noteId, text }: Pick<NoteWrite, 'noteId' | 'text'>): void {
  if (text.trim() === '' || text.length > NOTE_LENGTH)
    throw noteRefused(noteId, `needs 1 to ${NOTE_LENGTH} characters, found ${text.length}`);
}

/** The refusal of a note, never quoting it. */
export function noteRefused(noteId: string, why: string): LedgerError {
  return new LedgerError('ledger_note_refused', `note \`${noteId}\` ${why}`);
}

/** Why nobody edits another's note. */
export const OF_ANOTHER = 'is somebody else’s, or on something else; write a new one';

/** The id of the note that came with a command. */
export const noteOfCommand = (commandId: string): string => `command:${commandId}`;
