/** Rows to a statement: few enough that the database writes the first while the next are still folded and sealed. */
const ROWS = 128;

/** A list in parts of as many rows as one statement writes. */
export function* inParts<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += ROWS) yield rows.slice(start, start + ROWS);
}
