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
    this.#byId.set(noteId, after);
    return after;
  }

  /** Forgets what was written on some subjects. */
  drop(isGone: (subject: NoteSubject) => boolean): void {
    for (const [noteId, { subject }] of this.#byId) if (isGone(subject)) this.#byId.delete(noteId);
  }

  readonly note: CaseNotes['note'] = async (write) => this.add(write);

  readonly notes: CaseNotes['notes'] = async (subject) =>
    [...this.#byId.values()].filter((note) => sameSubject(note.subject, subject));
}

const sameSubject = (a: NoteSubject, b: NoteSubject): boolean => a.kind === b.kind && a.id === b.id;
