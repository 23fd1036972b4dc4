/** Modules on a side of version 6. */
export const SIZE = 41;

/** Dark or light, or free for what the symbol says; by row and column. */
export type Modules = (boolean | undefined)[][];

const LAST = SIZE - 1;
/** Middles of the three eyes, and of the small one. */
const EYES = [
  [3, 3],
  [3, LAST - 3],
  [LAST - 3, 3],
] as const;
const SMALL = LAST - 6;
/** Where the first copy of the format stands, its lowest bit first; the column of the symbol's eighth row, and so on. */
const FIRST: readonly (readonly [row: number, column: number])[] = [
  ...[0, 1, 2, 3, 4, 5, 7, 8].map((row) => [row, 8] as const),
  ...[7, 5, 4, 3, 2, 1, 0].map((column) => [8, column] as const),
];
const SECOND: readonly (readonly [row: number, column: number])[] = [
  ...[0, 1, 2, 3, 4, 5, 6, 7].map((nth) => [8, LAST - nth] as const),
  ...[6, 5, 4, 3, 2, 1, 0].map((nth) => [LAST - nth, 8] as const),
];

/** What every symbol of this version and mask has: eyes, timing, format. */
export function frame(mask: number): Modules {
  const modules: Modules = Array.from({ length: SIZE }, () =>
    Array<undefined>(SIZE).fill(undefined),
  );
  const set = (row: number, column: number, dark: boolean): void => {
    const line = modules[row];
    if (line !== undefined && column >= 0 && column < SIZE) line[column] = dark;
  };
  for (let nth = 0; nth < SIZE; nth += 1) {
    set(6, nth, nth % 2 === 0);
    set(nth, 6, nth % 2 === 0);
  }
  const eye = (row: number, column: number, radius: number): void => {
    for (let down = -radius; down <= radius; down += 1)
      for (let right = -radius; right <= radius; right += 1) {
        const ring = Math.max(Math.abs(down), Math.abs(right));
        set(row + down, column + right, radius === 4 ? ring !== 2 && ring !== 4 : ring !== 1);
      }
  };
  for (const [row, column] of EYES) eye(row, column, 4);
  eye(SMALL, SMALL, 2);
  const format = formatOf(mask);
  for (const places of [FIRST, SECOND])
    for (const [bit, [row, column]] of places.entries())
      set(row, column, ((format >>> bit) & 1) === 1);
  set(LAST - 7, 8, true);
  return modules;
}

/** Level L and the mask, with ten bits of BCH code, masked as the standard has it. */
function formatOf(mask: number): number {
  const data = (1 << 3) | mask;
  let rest = data;
  for (let bit = 0; bit < 10; bit += 1) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
  return ((data << 10) | rest) ^ 0x5412;
}
