import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { byteaArray, textArray } from './binary-array.ts';

/** Reads an array as PostgreSQL's `array_recv` does. */
function read(array: Buffer): { type: number; elements: (Buffer | null)[] } {
  const [dimensions, , type = NaN, count = NaN, first] = [0, 4, 8, 12, 16].map((at) =>
    array.readInt32BE(at),
  );
  expect([dimensions, first]).toEqual([1, 1]);
  let at = 20;
  const elements = Array.from({ length: count }, () => {
    const length = array.readInt32BE(at);
    const start = at + 4;
    at = start + Math.max(length, 0);
    return length < 0 ? null : array.subarray(start, at);
  });
  expect(at).toBe(array.length);
  return { type, elements };
}

describe('arrays as PostgreSQL reads them', () => {
  const texts = fc.array(fc.option(fc.string({ unit: 'binary' })));
  test.prop([texts])('texts come out as they went in', (given) => {
    const { type, elements } = read(textArray(given));
    expect(type).toBe(25);
    expect(elements.map((bytes) => bytes?.toString() ?? null)).toEqual(given);
  });

  test.prop([fc.array(fc.option(fc.uint8Array()))])('bytes come out as they went in', (given) => {
    const { type, elements } = read(byteaArray(given));
    expect(type).toBe(17);
    expect(elements.map((bytes) => bytes && [...bytes])).toEqual(
      given.map((bytes) => bytes && [...bytes]),
    );
  });

  it('has nothing for what is not there, and an empty text for an empty one', () => {
    const { elements } = read(textArray([undefined, null, '']));
    expect(elements.map((bytes) => bytes?.toString() ?? null)).toEqual([null, null, '']);
  });
});
