import { cutTo, padTo, printable, widthOf } from './printable.ts';

/** One column: its heading and the side its cells stand on. */
export interface Column {
  readonly heading: string;
  /** @defaultValue `left` */
  readonly align?: 'left' | 'right';
}

const GAP = '  ';

/** Narrowest a column may become before the line is left to run over. */
const NARROWEST = 8;

/** Aligned lines under a heading, each at most `width` columns: the widest left-hand column gives way first. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): string {
  const cells = [columns.map(({ heading }) => heading), ...rows.map((row) => row.map(printable))];
  const widths = fit(columns, cells, width);
  const line = (row: readonly string[]): string =>
    columns
      .map(({ align }, i) => {
        const room = widths[i] ?? 0;
        return padTo(cutTo(row[i] ?? '', room), room, align);
      })
      .join(GAP)
      .trimEnd();
  return cells.map((row) => `${line(row)}\n`).join('');
}

function fit(
  columns: readonly Column[],
  cells: readonly (readonly string[])[],
  width: number,
): number[] {
  const widths = columns.map((_, i) => Math.max(...cells.map((row) => widthOf(row[i] ?? ''))));
  const total = (): number =>
    widths.reduce((sum, one) => sum + one, GAP.length * (widths.length - 1));
  while (total() > width) {
    const texts = widths.map((one, i) => (columns[i]?.align === 'right' ? 0 : one));
    const widest = Math.max(...texts);
    if (widest <= NARROWEST) break;
    const i = texts.indexOf(widest);
    widths[i] = Math.max(NARROWEST, widest - (total() - width));
  }
  return widths;
}
