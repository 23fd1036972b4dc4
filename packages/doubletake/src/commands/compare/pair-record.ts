import { refused, type JsonRecord } from '../identifier/records-file.ts';
import { hintsIn } from '../identifier/hints.ts';
import type { Hints, Reading } from '../identifier/written.ts';
import type { Comparable } from './comparable.ts';

/** Answers one line of a file of pairs; what the line says of a side wins over what the command line said. */
export function answerPair(
  kind: Comparable,
  given: { readonly a: Hints; readonly b: Hints },
): (record: JsonRecord) => Reading<JsonRecord> {
  return (record) => {
    const { a, b } = record;
    if (a === undefined || a === null) return refused('line_missing_key', 'missing key `a`');
    if (b === undefined || b === null) return refused('line_missing_key', 'missing key `b`');
    const { same, level, similarity, why } = kind.compare(
      { value: a, hints: { ...given.a, ...hintsIn(record, 'a') } },
      { value: b, hints: { ...given.b, ...hintsIn(record, 'b') } },
    );
    return { ok: true, value: { same, level, similarity, why } };
  };
}
