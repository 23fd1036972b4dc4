import { expect, test } from 'vitest';
import { shownCondition } from './condition.ts';

const reading = {
  zone: 'UTC',
  facts: {
    score: { type: 'number', unit: 'percent', meaning: 'how likely', missing: 'never' },
    now: { type: 'instant', meaning: 'the present', missing: 'never' },
  },
} as const;
const INSTANT = Date.UTC(2026, 0, 5, 9);

test.each([
  {
    note: 'a number with its unit',
    condition: { fact: 'score', operator: 'greaterThanInclusive', value: 80 },
    text: 'score is at least 80 percent',
  },
  {
    note: 'yes and no',
    condition: { fact: 'referee.emailDisposable', operator: 'equal', value: true },
    text: 'referee.emailDisposable is yes',
  },
  {
    note: 'a list',
    condition: { fact: 'order.status', operator: 'notIn', value: ['cancelled', 'refunded'] },
    text: 'order.status is none of cancelled, refunded',
  },
  {
    note: 'an instant',
    condition: { fact: 'now', operator: 'lessThan', value: INSTANT },
    text: 'now is less than 5 Jan 2026, 09:00 UTC',
  },
  {
    note: 'another fact',
    condition: { fact: 'now', operator: 'lessThan', value: { fact: 'reward.payableAt' } },
    text: 'now is less than reward.payableAt',
  },
] as const)('$note: $text', ({ condition, text }) => {
  expect(shownCondition(condition, reading).text).toBe(text);
});

test('groups keep their depth, order and names; a fact says what it means', () => {
  const shown = shownCondition(
    {
      all: [
        { name: 'high', fact: 'score', operator: 'greaterThan', value: 80 },
        { not: { any: [{ fact: 'a', operator: 'equal', value: 'x' }] } },
      ],
    },
    reading,
  );
  expect(shown).toEqual({
    text: 'All of these hold',
    name: undefined,
    hint: undefined,
    parts: [
      { text: 'score is more than 80 percent', name: 'high', hint: 'score: how likely', parts: [] },
      {
        text: 'This does not hold',
        name: undefined,
        hint: undefined,
        parts: [
          {
            text: 'At least one of these holds',
            name: undefined,
            hint: undefined,
            parts: [{ text: 'a is x', name: undefined, hint: undefined, parts: [] }],
          },
        ],
      },
    ],
  });
});
