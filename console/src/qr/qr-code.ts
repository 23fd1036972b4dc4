import { codeWords, LONGEST } from './code-words.ts';
import { frame, SIZE, type Modules } from './frame.ts';

// A QR code (ISO/IEC 18004) of one size, version 6 at level L: 134 bytes are enough for a key of an authenticator app.

/** The masks of the standard: what they turn round, by row and column. */
const MASKS: readonly ((row: number, column: number) => number)[] = [
  (row, column) => (row + column) % 2,
  (row) => row % 2,
  (_, column) => column % 3,
  (row, column) => (row + column) % 3,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2,
  (row, column) => ((row * column) % 2) + ((row * column) % 3),
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2,
];

/** Rows of modules, dark ones true; undefined when the text is too long. Of the eight masks, the one that confuses least. */
export function qrCode(text: string): readonly (readonly boolean[])[] | undefined {
  if (new TextEncoder().encode(text).length > LONGEST) return undefined;
  const words = codeWords(text);
  const symbols = MASKS.map((_, mask) => drawn(words, mask));
  const [best] = symbols.toSorted((a, b) => confusion(a) - confusion(b));
  return best;
}

/** The words from the lower right corner, up and down two columns at a time, past what stands there already. */
function drawn(words: readonly number[], mask: number): boolean[][] {
  const modules: Modules = frame(mask);
  let bit = 0;
  for (let right = SIZE - 1, up = true; right > 0; right -= 2, up = !up) {
    if (right === 6) right = 5;
    for (let step = 0; step < SIZE; step += 1) {
      const row = up ? SIZE - 1 - step : step;
      for (const column of [right, right - 1]) {
        const line = modules[row] ?? [];
        if (line[column] !== undefined) continue;
        const said = (((words[bit >>> 3] ?? 0) >>> (7 - (bit & 7))) & 1) === 1;
        line[column] = said !== (MASKS[mask]?.(row, column) === 0);
        bit += 1;
      }
    }
  }
  return modules.map((line) => line.map((each) => each === true));
}

/** How often something looks like an eye or is of one colour for long, along rows and columns. */
function confusion(modules: readonly (readonly boolean[])[]): number {
  const columns = modules.map((_, nth) => modules.map((line) => line[nth] === true));
  return [...modules, ...columns]
    .map((line) => line.map(Number).join(''))
    .reduce((sum, line) => sum + 40 * found(line, /1011101/g) + 3 * found(line, /0{5,}|1{5,}/g), 0);
}

const found = (line: string, pattern: RegExp): number => line.match(pattern)?.length ?? 0;
