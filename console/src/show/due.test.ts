import { HOUR } from '@doubletake/scoring';
import { expect, test } from 'vitest';
import { shownDue } from './due.ts';

const NOW = Date.UTC(2026, 0, 5, 9);

test.each([
  { note: 'far off', dueAt: NOW + 30 * HOUR, text: 'in 30 h', tone: 'plain' },
  { note: 'soon', dueAt: NOW + 2 * HOUR, text: 'in 2 h', tone: 'fair' },
  { note: 'late', dueAt: NOW - 50 * HOUR, text: '2 days late', tone: 'bad' },
  {
    note: 'closed in time, however long ago',
    dueAt: NOW - 50 * HOUR,
    closedAt: NOW - 60 * HOUR,
    text: 'answered in time',
    tone: 'plain',
  },
  {
    note: 'closed late',
    dueAt: NOW - 50 * HOUR,
    closedAt: NOW - 45 * HOUR,
    text: 'answered 5 h late',
    tone: 'plain',
  },
])('an answer that is $note: $text', ({ text, tone, ...held }) => {
  expect(shownDue(held, { at: NOW, zone: 'UTC' })).toMatchObject({ text, tone });
});
