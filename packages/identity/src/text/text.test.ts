import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { damerau } from './damerau.ts';
import { fold } from './fold.ts';
import { spelling } from './spelling.ts';

test.each([
  ['Straße', 'strasse', 'sharp s'],
  ['ＦＵＬＬ', 'full', 'full width'],
  ['a–b—c−d', 'a-b-c-d', 'dashes'],
  ['Невский', 'nevskiy', 'Cyrillic'],
  ['альфа', 'alfa', 'soft sign'],
  ['Ουρανία', 'ourania', 'Greek digraph'],
])('%s folds to %s (%s)', (written, folded) => {
  expect(fold(written)).toBe(folded);
});

test.each([
  ['abc', 'abc', 0],
  ['abc', 'acb', 1],
  ['abc', 'ab', 1],
  ['', 'abc', 3],
  ['kitten', 'sitting', 3],
  ['ca', 'abc', 3],
])('%s and %s are %d apart', (left, right, distance) => {
  expect(damerau(left, right)).toBe(distance);
});

test.each([
  ['wolodymyr', 'volodimir'],
  ['schewtschenko', 'shevchenko'],
  ['aleksander', 'alexander'],
  ['johnson', 'jonson'],
])('%s sounds like %s', (left, right) => {
  expect(spelling(left)).toBe(spelling(right));
});

property.prop([fc.string({ unit: 'grapheme' })])('folding twice changes nothing', (text) => {
  expect(fold(fold(text))).toBe(fold(text));
});

property.prop([fc.string(), fc.string()])('edit distance is symmetric', (left, right) => {
  expect(damerau(left, right)).toBe(damerau(right, left));
});
