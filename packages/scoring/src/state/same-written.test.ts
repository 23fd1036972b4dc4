import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { sameWritten } from './same-written.ts';

describe('written alike', () => {
  it.each([
    { note: 'keys in another order', a: { x: 1, y: [1, 2] }, b: { y: [1, 2], x: 1 }, same: true },
    { note: 'items in another order', a: [1, 2], b: [2, 1], same: false },
    { note: 'a key more', a: { x: 1 }, b: { x: 1, y: undefined }, same: false },
    { note: 'another key', a: { x: undefined }, b: { y: undefined }, same: false },
    { note: 'null is no object', a: null, b: {}, same: false },
    { note: 'a text is not its number', a: '1', b: 1, same: false },
  ])('$note', ({ a, b, same }) => {
    expect(sameWritten(a, b)).toBe(same);
    expect(sameWritten(b, a)).toBe(same);
  });

  test.prop([fc.jsonValue()])('a value is written like its copy', (value) => {
    expect(sameWritten(value, structuredClone(value))).toBe(true);
  });
});
