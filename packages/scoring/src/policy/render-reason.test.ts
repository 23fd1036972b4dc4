import type { Facts, Vote } from '@doubletake/rules';
import { describe, expect, it, test } from 'vitest';
import { factsNamed, renderReason } from './render-reason.ts';

const VOTE: Vote = { rule: 'pack/rule', type: 'hold', reason: 'WHY', final: false, priority: 1 };
const textOf = (analyst: string, facts: Facts): string =>
  renderReason(VOTE, facts, { WHY: { analyst, customer: 'Please wait.' } }).text;

describe('the analyst’s text', () => {
  it.each<{ note: string; analyst: string; facts: Facts; text: string }>([
    { note: 'without facts', analyst: 'just so', facts: {}, text: 'just so' },
    {
      note: 'a number to two decimals',
      analyst: 'score {score}',
      facts: { score: 86.246 },
      text: 'score 86.25',
    },
    {
      note: 'a text',
      analyst: '({order.status})',
      facts: { 'order.status': 'refunded' },
      text: '(refunded)',
    },
    {
      note: 'a list',
      analyst: 'on {lines}',
      facts: { lines: ['card', 'phone'] },
      text: 'on card, phone',
    },
    { note: 'yes or no', analyst: '{known}', facts: { known: false }, text: 'false' },
    { note: 'a missing fact', analyst: 'held by {n}', facts: {}, text: 'held by unknown' },
    { note: 'one fact twice', analyst: '{n} of {n}', facts: { n: 2 }, text: '2 of 2' },
    { note: 'a name from the prototype', analyst: '{constructor}', facts: {}, text: 'unknown' },
    {
      note: 'a value that looks like a pattern',
      analyst: '{n}',
      facts: { n: '$& {m}', m: 'x' },
      text: '$& {m}',
    },
  ])('$note', ({ analyst, facts, text }) => {
    expect(textOf(analyst, facts)).toBe(text);
  });

  test('names the facts a check must find', () => {
    expect(factsNamed('{a.b} of {c}, not {} nor { d }')).toEqual(['a.b', 'c']);
  });
});

test('the customer’s text is as it stands in the file', () => {
  const texts = { WHY: { analyst: '', customer: 'Please wait, {score}.' } };
  expect(renderReason(VOTE, { score: 99 }, texts)).toMatchObject({
    code: 'WHY',
    rule: 'pack/rule',
    customerText: 'Please wait, {score}.',
  });
});

test('a reason without a text is a bug', () => {
  expect(() => renderReason(VOTE, {}, {})).toThrow('no text for reason WHY');
  const inherited = { ...VOTE, reason: 'constructor' };
  expect(() => renderReason(inherited, {}, {})).toThrow('no text for reason constructor');
});
