import type { CaseState, ReviewCase } from '@doubletake/scoring';
import { expect, test } from 'vitest';
import { answerWords, bulkItem, outlook } from './bulk-item.ts';

const held = (state: CaseState): ReviewCase => ({
  caseId: 'c',
  rewardId: 'r',
  programmeId: 'p',
  referrerId: 'ann',
  refereeId: 'bob',
  beneficiaryId: 'ann',
  amount: { minor: 2050, currency: 'EUR' },
  decisionId: 'd',
  score: 1,
  reasons: [],
  rules: [],
  openedAt: 0,
  refreshedAt: 0,
  dueAt: 0,
  state,
  leases: 0,
  skippedBy: [],
});

test.each([
  ['pending', 'would be', 'would be decided', 'good'],
  ['pending', 'is', 'is decided', 'good'],
  ['awaiting_second', 'would be', 'would await a second person', 'fair'],
  ['awaiting_second', 'is', 'awaits a second person', 'fair'],
] as const)('a case that comes to %s, as it %s', (...row) => {
  const [state, verb, text, tone] = row;
  expect(answerWords({ ok: true, case: held(state) }, verb)).toEqual({ text, tone });
});

test('a case that is left as it is says why', () => {
  const refused = { ok: false, refusal: 'leased_by_other', case: held('open') } as const;
  expect(answerWords(refused, 'would be')).toEqual({
    text: 'Somebody else has this case in hand.',
    tone: 'bad',
  });
});

test('a case there is not stands under its id', () => {
  expect(bulkItem('gone', undefined)).toEqual({ caseId: 'gone', parties: 'gone', amount: '' });
  expect(bulkItem('c', held('open'))).toEqual({
    caseId: 'c',
    parties: 'ann → bob',
    amount: '€20.50',
  });
});

test('the outlook counts each answer, what goes through first', () => {
  const bad = { text: 'no', tone: 'bad' } as const;
  const good = { text: 'yes', tone: 'good' } as const;
  const fair = { text: 'later', tone: 'fair' } as const;
  expect(outlook([bad, good, fair, bad, good, bad]).map(({ text }) => text)).toEqual([
    '2: yes',
    '1: later',
    '3: no',
  ]);
  expect(outlook([])).toEqual([]);
});
