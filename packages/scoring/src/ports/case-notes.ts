import type { Instant } from '../instant.ts';

/** What a note hangs on. */
export type NoteSubject =
  | { readonly kind: 'case'; readonly id: string }
  | { readonly kind: 'account'; readonly id: string };

/** Words to keep. The same `noteId` again, by its author, is an edit; with the same words, nothing. */
export interface NoteWrite {
  readonly noteId: string;
  readonly subject: NoteSubject;
  readonly by: string;
  readonly at: Instant;
  /** 1 to 4000 characters. */
  readonly text: string;
}

/** A note with everything it ever said, the latest last. */
export interface Note {
  readonly noteId: string;
  readonly subject: NoteSubject;
  readonly by: string;
  readonly versions: readonly { readonly at: Instant; readonly text: string }[];
}

/** What people wrote down. Sealed at rest; an erased account takes along its notes and those on its cases. */
export interface CaseNotes {
  /** @throws an error with code `ledger_note_refused` when the text is too long, or the note is another's. */
  readonly note: (note: NoteWrite) => Promise<Note>;
  /** In the order they were begun. */
  readonly notes: (subject: NoteSubject) => Promise<readonly Note[]>;
}
