import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { errorCorrection } from './error-correction.ts';

/** Powers of 2 in the field, by the table the standard prints them from. */
const POWERS: number[] = [1];
for (let nth = 1; nth < 255; nth += 1) {
  const twice = (POWERS[nth - 1] ?? 0) * 2;
  POWERS.push(twice > 255 ? twice ^ 0x11d : twice);
}
const log = (element: number): number => POWERS.indexOf(element);
const times = (a: number, b: number): number =>
  a === 0 || b === 0 ? 0 : (POWERS[(log(a) + log(b)) % 255] ?? 0);

const BYTES = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 68 });

test.prop([BYTES, fc.integer({ min: 2, max: 18 })])(
  'bytes and their code are nought at every root of the generator',
  (data, count) => {
    const word = [...data, ...errorCorrection(data, count)];
    expect(word).toHaveLength(data.length + count);
    for (const root of POWERS.slice(0, count))
      expect(word.reduce((sum, each) => times(sum, root) ^ each, 0)).toBe(0);
  },
);
