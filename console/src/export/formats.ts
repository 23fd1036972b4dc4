import { stringify } from 'csv-stringify/sync';
import type { ExportRow } from './columns.ts';

/** How rows become text. */
export interface Format {
  readonly type: string;
  readonly head: (columns: readonly string[]) => string;
  /** Rows, the first of the file or not. */
  readonly rows: (columns: readonly string[], rows: readonly ExportRow[], first: boolean) => string;
  /** The end; `cut` after that many rows when there were more. */
  readonly foot: (columns: readonly string[], cut: number | undefined) => string;
}

const csv = (records: readonly (readonly (string | number)[])[]): string =>
  stringify(
    records.map((record) => record.map(harmless)),
    // A lone line break is quoted too: it would begin a row of its own.
    { escape_formulas: true, record_delimiter: '\r\n', quoted_match: /[\r\n]/ },
  );

/** A line break in front hides a formula from `escape_formulas`, and not from every spreadsheet. */
function harmless(cell: string | number): string | number {
  return typeof cell === 'string' && /^\s/.test(cell) ? `'${cell}` : cell;
}

/** The formats a file can be had in, by the word the address names them with. */
export const FORMATS: Readonly<Record<'csv' | 'json', Format>> = {
  /** RFC 4180. What a spreadsheet would read as a formula begins with an apostrophe. */
  csv: {
    type: 'text/csv; charset=utf-8; header=present',
    head: (columns) => csv([columns]),
    rows: (columns, rows) =>
      rows.length === 0 ? '' : csv(rows.map((row) => columns.map((name) => row[name] ?? ''))),
    foot: (columns, cut) =>
      cut === undefined ? '' : csv([[cutAfter(cut), ...columns.slice(1).map(() => '')]]),
  },
  /** `{ "rows": […], "cut": false }` */
  json: {
    type: 'application/json; charset=utf-8',
    head: () => '{"rows":[',
    rows: (_columns, rows, first) =>
      rows.map((row, nth) => `${first && nth === 0 ? '' : ','}\n${JSON.stringify(row)}`).join(''),
    foot: (_columns, cut) => `\n],"cut":${cut !== undefined}}\n`,
  },
};

/** The last row of a file that does not hold everything. */
function cutAfter(rows: number): string {
  return `cut after ${rows} rows: narrow the filter`;
}

/** The format a word names; CSV when it names none. */
export function formatOf(word: string | undefined): 'csv' | 'json' {
  return word === 'json' ? 'json' : 'csv';
}
