import type { ConclusionCount, RuleLabels } from '@doubletake/scoring';
import { expect, test } from 'vitest';
import { ruleFigures } from './rule-figures.ts';

const label = (
  rule: string,
  said: RuleLabels['label'],
  more: { count: number; seen?: boolean },
): RuleLabels => ({ rule, label: said, scoreVisible: more.seen ?? false, count: more.count });

const given = (
  said: ConclusionCount['label'],
  more: Partial<ConclusionCount> & { count: number },
): ConclusionCount => ({
  by: 'lea',
  status: 'final',
  label: said,
  scoreVisible: false,
  ...more,
});

test('precision is fraud among the sure, blind and seen apart; recall is of all blind fraud', () => {
  const [device, address] = ruleFigures(
    [
      label('p/device', 'fraud', { count: 6 }),
      label('p/device', 'fraud', { count: 3, seen: true }),
      label('p/device', 'honest', { count: 2 }),
      label('p/device', 'policy', { count: 1, seen: true }),
      label('p/device', 'unsure', { count: 5 }),
      label('p/address', 'honest', { count: 4 }),
    ],
    [
      given('fraud', { count: 5 }),
      given('fraud', { count: 3, status: 'opinion' }),
      given('fraud', { count: 7, scoreVisible: true }),
      given('fraud', { count: 9, status: 'undone' }),
      given('honest', { count: 4 }),
    ],
  );
  expect(device).toEqual({
    rule: 'p/device',
    labels: { fraud: 9, policy: 1, honest: 2, unsure: 5 },
    precision: { part: 9, whole: 12 },
    blind: { part: 6, whole: 8 },
    seen: { part: 3, whole: 4 },
    recall: { part: 6, whole: 8 },
  });
  expect(address).toMatchObject({
    rule: 'p/address',
    precision: { part: 0, whole: 4 },
    seen: { part: 0, whole: 0 },
    recall: { part: 0, whole: 8 },
  });
});

test('nothing labelled gives nothing', () => {
  expect(ruleFigures([], [])).toEqual([]);
});
