import { expect, test } from 'vitest';
import { SLICES, SLICE_TAGS, sliceOfTag, slotOf } from './slices.ts';

test('a slot is what the specification gives as an example', () => {
  expect(slotOf('123456789')).toBe(0x31c3);
});

test('every slice has a tag of its own in its own range of slots', () => {
  expect(SLICE_TAGS).toHaveLength(SLICES);
  expect(SLICE_TAGS.map(sliceOfTag)).toEqual(Array.from({ length: SLICES }, (_, slice) => slice));
  SLICE_TAGS.forEach((tag, slice) => expect(Math.floor(slotOf(tag) / 128)).toBe(slice));
});
