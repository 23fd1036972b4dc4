import { expect, test } from 'vitest';
import { shownScore } from './score.ts';
import { shownStories } from './stories.ts';

const NONE = { unrelated: 0, household: 0, assisted: 0, self: 0, ring: 0 };

test.each([
  { self: 0.002, tone: 'plain', score: 'good' },
  { self: 0.299, tone: 'plain', score: 'good' },
  { self: 0.3, tone: 'fair', score: 'fair' },
  { self: 0.699, tone: 'fair', score: 'fair' },
  { self: 0.7, tone: 'bad', score: 'bad' },
  { self: 1, tone: 'bad', score: 'bad' },
])('one person at $self is marked $tone, as a ring is, and the score by the same', (row) => {
  const { self, tone, score } = row;
  const toneOf = (story: string, posterior: typeof NONE) =>
    shownStories(posterior).find(({ name }) => name === story)?.tone;
  expect(toneOf('self', { ...NONE, self })).toBe(tone);
  expect(toneOf('ring', { ...NONE, ring: self })).toBe(tone);
  expect(toneOf('household', { ...NONE, household: self })).toBe('good');
  expect(shownScore(100 * self).tone).toBe(score);
});
