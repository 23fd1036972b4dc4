import { expect, it } from 'vitest';
import { ago, profileOf } from '../../../test/support/scenes.ts';
import { displayed } from './display.ts';

const contribution = {
  signal: 'email',
  level: 'exact',
  bits: 6,
  referrerSince: ago(30),
  refereeSince: ago(20),
};
const referrer = profileOf(
  'ann',
  { email: 'ann.old@web.de', at: ago(90) },
  { email: 'ann.lee@gmail.com', at: ago(30) },
);
const referee = profileOf('bob', { email: 'annlee+2@gmail.com', at: ago(20) });

it('shows the compared values masked, never as they are', () => {
  const shown = displayed(contribution, { referrer, referee });
  expect(shown.referrer).toMatch(/^a.*•.*@/u);
  expect(shown.referee).toMatch(/•/u);
  expect(JSON.stringify(shown)).not.toMatch(/lee/u);
});

it.each([
  { note: 'an erased account', sides: { referee }, has: 'referee', hasNot: 'referrer' },
  {
    note: 'a value the profile no longer holds',
    sides: { referrer: profileOf('ann', { email: 'x@web.de', at: ago(5) }), referee },
    has: 'referee',
    hasNot: 'referrer',
  },
])('shows nothing of $note', ({ sides, has, hasNot }) => {
  const shown = displayed(contribution, sides);
  expect(shown).toHaveProperty(has);
  expect(shown).not.toHaveProperty(hasNot);
});

it('leaves a signal without values as it is', () => {
  const latency = { signal: 'latency', level: 'later', bits: -1 };
  expect(displayed(latency, { referrer, referee })).toEqual(latency);
});
