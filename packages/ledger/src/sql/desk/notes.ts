import type { Note, NoteSubject, NoteWrite } from '@doubletake/scoring';
import { checkNote, noteRefused, OF_ANOTHER } from '../../desk/note.ts';
import type { Place, Sealer } from '../../seal/sealer.ts';
import type { Queryable } from '../database.ts';
import { statement } from '../statement.ts';

interface Row {
  readonly note_id: string;
  readonly version: number;
  readonly kind: NoteSubject['kind'];
  readonly subject_id: string;
  readonly author: string;
  readonly at: string | number;
  readonly sealed: Uint8Array | null;
}

const VERSIONS = statement('desk/versions');
const NOTES_ON = statement('desk/notes-on');
const PUT = statement('desk/put-note');

/** Keeps a note, or a further version of it. */
export async function putNote(tx: Queryable, sealer: Sealer, write: NoteWrite): Promise<Note> {
  const { noteId, subject, by, at, text } = write;
  checkNote(write);
  const rows = await tx.query<Row>(VERSIONS, [noteId]);
  const [before = { noteId, subject, by, versions: [] }] = notesOf(rows, sealer);
  if (before.by !== by || before.subject.kind !== subject.kind || before.subject.id !== subject.id)
    throw noteRefused(noteId, OF_ANOTHER);
  if (before.versions.at(-1)?.text === text) return before;
  const version = rows.length + 1;
  const sealed = sealer.seal(text, placeOf(noteId, version)).toString('base64');
  await tx.query(PUT, [noteId, version, subject.kind, subject.id, by, at, sealed]);
  return { ...before, versions: [...before.versions, { at, text }] };
}

/** The notes on something, in the order they were begun. */
export async function notesOn(
  db: Queryable,
  sealer: Sealer,
  { kind, id }: NoteSubject,
): Promise<readonly Note[]> {
  return notesOf(await db.query<Row>(NOTES_ON, [kind, id]), sealer);
}

function notesOf(rows: readonly Row[], sealer: Sealer): readonly Note[] {
  const notes = new Map<string, Note>();
  for (const row of rows) {
    const { note_id: noteId, version, kind, subject_id: id, author: by, at, sealed } = row;
    const before = notes.get(noteId) ?? { noteId, subject: { kind, id }, by, versions: [] };
    const text = sealed === null ? undefined : sealer.open(sealed, placeOf(noteId, version));
    const said = text === undefined ? [] : [{ at: Number(at), text }];
    notes.set(noteId, { ...before, versions: [...before.versions, ...said] });
  }
  return [...notes.values()];
}

const placeOf = (noteId: string, version: number): Place => ({
  table: 'notes',
  id: `${noteId}#${version}`,
  column: 'sealed',
});
