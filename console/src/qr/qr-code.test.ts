import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { qrCode } from './qr-code.ts';

const SIZE = 41;

/** Whether a module says nothing of the text: eyes with the format beside them, timing, the small eye. */
function isFixed(row: number, column: number): boolean {
  const [top, left] = [row <= 8, column <= 8];
  const eyes = (top && left) || (top && column >= 33) || (row >= 33 && left);
  const small = row >= 32 && row <= 36 && column >= 32 && column <= 36;
  return eyes || small || row === 6 || column === 6;
}

/** The mask a symbol says it has, where its format is not damaged. */
function maskOf(modules: readonly (readonly boolean[])[]): number {
  const [high, middle, low] = [2, 3, 4].map((column) => modules[8]?.[column] === true);
  return (Number(high) * 4 + Number(middle) * 2 + Number(low)) ^ 0b101;
}

/** What the standard says of the eight masks: where this is nought, row `i` and column `j`, a module is turned round. */
function turns(mask: number, i: number, j: number): boolean {
  const product = i * j;
  const table = [
    (i + j) % 2,
    i % 2,
    j % 3,
    (i + j) % 3,
    ((i >> 1) + Math.trunc(j / 3)) % 2,
    (product % 2) + (product % 3),
    ((product % 2) + (product % 3)) % 2,
    (((i + j) % 2) + (product % 3)) % 2,
  ];
  return table[mask] === 0;
}

/** Reads a symbol as a camera's program would that trusts what it sees. */
function read(modules: readonly (readonly boolean[])[]): string {
  const mask = maskOf(modules);
  const bits: number[] = [];
  const pairs = [39, 37, 35, 33, 31, 29, 27, 25, 23, 21, 19, 17, 15, 13, 11, 9, 7, 4, 2, 0];
  for (const [nth, left] of pairs.entries())
    for (let step = 0; step < SIZE; step += 1) {
      const row = nth % 2 === 0 ? SIZE - 1 - step : step;
      for (const column of [left + 1, left])
        if (!isFixed(row, column))
          bits.push(Number(modules[row]?.[column] !== turns(mask, row, column)));
    }
  const words = Array.from({ length: 136 }, (_, nth) =>
    Number.parseInt(bits.slice(8 * nth, 8 * nth + 8).join(''), 2),
  );
  const data = [0, 1].flatMap((block) => words.filter((_, nth) => nth % 2 === block));
  const halves = data.flatMap((byte) => [byte >> 4, byte & 15]);
  const [mode, high = 0, low = 0] = halves;
  expect(mode).toBe(4);
  const said = halves.slice(3, 3 + 2 * (high * 16 + low));
  const bytes = said.flatMap((half, nth) =>
    nth % 2 === 0 ? half * 16 + (said[nth + 1] ?? 0) : [],
  );
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

describe('a QR code', () => {
  test.prop([fc.string({ unit: 'binary', maxLength: 33 })])(
    'says the text it was made of',
    (text) => {
      expect(read(qrCode(text) ?? [])).toBe(text);
    },
  );

  test.each([
    { note: 'as long as fits', text: 'x'.repeat(134), fits: true },
    { note: 'a byte longer', text: 'x'.repeat(135), fits: false },
    { note: 'longer in bytes than in letters', text: 'é'.repeat(68), fits: false },
  ])('of a text $note: $fits', ({ text, fits }) => {
    expect(qrCode(text) !== undefined).toBe(fits);
  });

  test('shows a camera where it is: an eye in three corners, none in the fourth', () => {
    const modules = qrCode('otpauth://totp/x') ?? [];
    const eye = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111'];
    const corner = (top: number, left: number): readonly string[] =>
      modules.slice(top, top + 7).map((row) =>
        row
          .slice(left, left + 7)
          .map(Number)
          .join(''),
      );
    expect([corner(0, 0), corner(0, 34), corner(34, 0)]).toEqual([eye, eye, eye]);
    expect(corner(34, 34)).not.toEqual(eye);
  });
});
