/** What may stand in a file: instants as ISO 8601 texts, money as a decimal text beside its currency. */
type Cell = string | number;

/** A row by the names of its columns, in their order. */
export type ExportRow = Readonly<Record<string, Cell>>;

/** Rows a file holds at most. A longer answer is cut, and its last row says so. */
export const MOST_ROWS = 50_000;

/** What is written: pages of rows, one after another, as long as somebody reads. */
export interface Exported {
  readonly columns: readonly string[];
  readonly pages: AsyncIterable<readonly ExportRow[]>;
  /** Rows at most. @defaultValue `MOST_ROWS` */
  readonly most?: number;
  /** Told once, however it ends: how many rows left, and whether that was all of them. */
  readonly onEnd: (told: {
    readonly rows: number;
    readonly end: 'complete' | 'cut' | 'broken_off';
  }) => Promise<void>;
}
