import type { CaseNotes, Note, NoteSubject, NoteWrite } from '@doubletake/scoring';
import { checkNote, noteRefused, OF_ANOTHER } from '../desk/note.ts';

/** Notes, in memory. */
export class MemoryNotes implements CaseNotes {
  readonly #byId = new Map<string, Note>();

  add(write: NoteWrite): Note {
    const { noteId, subject, by, at, text } = write;
    checkNote(write);
    const before = this.#byId.get(noteId) ?? { noteId, subject, by, versions: [] };
    if (before.by !== by || !sameSubject(before.subject, subject))
      throw noteRefused(noteId, OF_ANOTHER);
    if (before.versions.at(-1)?.text === text) return before;
    const after = { ...before, versions: [...before.versions, { at, text }] };
    // One that was forgotten begins anew.
    if (before.versions.length === 0) this.#byId.delete(noteId);
    this.#byId.set(noteId, after);
    return after;
  }

  /** Forgets what was written on some subjects; the ids stay taken. */
  drop(isGone: (subject: NoteSubject) => boolean): void {
    for (const [noteId, note] of this.#byId)
      if (isGone(note.subject)) this.#byId.set(noteId, { ...note, versions: [] });
  }

  readonly note: CaseNotes['note'] = async (write) => this.add(write);

  readonly notes: CaseNotes['notes'] = async (subject) =>
    [...this.#byId.values()].filter(
      (note) => note.versions.length > 0 && sameSubject(note.subject, subject),
    );
}

const sameSubject = (a: NoteSubject, b: NoteSubject): boolean => a.kind === b.kind && a.id === b.id;
