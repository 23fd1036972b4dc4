import type { Note } from '@doubletake/scoring';
import type { ShownNote } from '../../models/accounts.ts';
import type { Reader } from '../reader.ts';
import { shownTime } from '../time.ts';

/** What was written, the latest first, as somebody reads it. */
export function shownNotes(
  notes: readonly Note[],
  reader: Reader,
  colleagues: readonly string[],
): readonly ShownNote[] {
  return notes.toReversed().flatMap(({ noteId, by, versions }) => {
    const last = versions.at(-1);
    if (last === undefined) return [];
    return [
      {
        noteId,
        by: reader.names(by),
        at: shownTime(last.at, reader.zone),
        parts: partsOf(last.text, colleagues),
        editable: by === reader.userId ? last.text : undefined,
        earlier: versions
          .slice(0, -1)
          .toReversed()
          .map(({ at, text }) => ({ at: shownTime(at, reader.zone), text })),
      },
    ];
  });
}

/** A text in parts, the names of colleagues behind an @ set off. */
function partsOf(text: string, colleagues: readonly string[]): ShownNote['parts'] {
  const known = new Set(colleagues.map((name) => name.toLowerCase()));
  return text
    .split(/(@[\p{L}\p{N}][\p{L}\p{N}._-]*)/u)
    .filter((part) => part !== '')
    .map((part) => ({
      text: part,
      mention: part.startsWith('@') && known.has(part.slice(1).toLowerCase()),
    }));
}
