import type { NamedView, User } from '@doubletake/scoring';
import { expect, test } from 'vitest';
import { MOST_VIEWS, viewsOf, withView } from './own-views.ts';

const view = (label: string, shared = false): NamedView => ({
  viewId: label,
  label,
  search: 'score=5',
  shared,
});

function person(userId: string, views?: readonly NamedView[], disabledAt?: number): User {
  return {
    userId,
    name: `${userId}'s name`,
    role: 'analyst',
    recoveryCodes: [],
    settings: {
      zone: 'UTC',
      theme: 'system',
      shortcuts: true,
      ...(views === undefined ? {} : { views }),
    },
    createdAt: 0,
    ...(disabledAt === undefined ? {} : { disabledAt }),
  };
}

test('one sees all of one’s own first, then what colleagues who are still there share', () => {
  const ann = person('ann', [view('private'), view('shared', true)]);
  const all = [
    ann,
    person('bob', [view('b', true), view('secret')]),
    person('cy'),
    person('gone', [view('g', true)], 1),
  ];
  expect(viewsOf(ann, all).map(({ label, by }) => [label, by])).toEqual([
    ['private', undefined],
    ['shared', undefined],
    ['b', "bob's name"],
  ]);
});

test('however many colleagues share, a page counts only so many', () => {
  const team = Array.from({ length: 40 }, (_, n) => person(`p${n}`, [view(`v${n}`, true)]));
  expect(viewsOf(person('ann'), team)).toHaveLength(MOST_VIEWS);
});

test('a view of a name there is takes its place, also when there are as many as there may be', () => {
  const full = Array.from({ length: MOST_VIEWS }, (_, n) => view(`v${n}`));
  expect(withView(full, view('another'))).toBeUndefined();
  expect(withView(full, view('V3'))?.map(({ label }) => label)).toEqual([
    ...full.map(({ label }) => label).filter((label) => label !== 'v3'),
    'V3',
  ]);
});
