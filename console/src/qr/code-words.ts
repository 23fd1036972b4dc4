import { errorCorrection } from './error-correction.ts';

// Version 6, level L of ISO/IEC 18004: two blocks, each of 68 bytes of data and 18 of code.
const [BLOCK, CODE] = [68, 18];
const DATA = 2 * BLOCK;
/** Mode and length before the bytes, in half bytes. */
const HEAD = 3;

/** The longest text that fits, in bytes of UTF-8. */
export const LONGEST: number = DATA - Math.ceil(HEAD / 2);

/** What a symbol says: the text in byte mode, filled up, with error correction, the blocks interleaved. */
export function codeWords(text: string): readonly number[] {
  const bytes = [...new TextEncoder().encode(text)];
  if (bytes.length > LONGEST) throw new RangeError(`more than ${LONGEST} bytes`);
  // 0100 for bytes, then how many, each half a byte further than a byte begins.
  const halves = [4, bytes.length >>> 4, bytes.length & 15];
  for (const byte of bytes) halves.push(byte >>> 4, byte & 15);
  halves.push(0);
  const data = Array.from(
    { length: halves.length / 2 },
    (_, nth) => ((halves[2 * nth] ?? 0) << 4) | (halves[2 * nth + 1] ?? 0),
  );
  for (let fill = 0xec; data.length < DATA; fill ^= 0xec ^ 0x11) data.push(fill);
  const blocks = [data.slice(0, BLOCK), data.slice(BLOCK)];
  const codes = blocks.map((block) => errorCorrection(block, CODE));
  return [...interleaved(blocks), ...interleaved(codes)];
}

function interleaved([first = [], second = []]: readonly (readonly number[])[]): number[] {
  return first.flatMap((each, nth) => [each, second[nth] ?? 0]);
}
