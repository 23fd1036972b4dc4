import type { Closings, Instant } from '@doubletake/scoring';
import { DAY } from '@doubletake/scoring';
import type { ShownBar } from '../models/statistics.ts';
import { shownCount } from './number.ts';

interface Bracket {
  readonly name: string;
  /** Whole days, from and before. */
  readonly days: readonly [from: number, before: number];
  readonly tone: ShownBar['tone'];
}

/** Ages of cases that wait. */
const AGES: readonly Bracket[] = [
  { name: 'Under a day', days: [0, 1], tone: 'good' },
  { name: '1 day', days: [1, 2], tone: 'good' },
  { name: '2 to 3 days', days: [2, 4], tone: 'fair' },
  { name: '4 to 6 days', days: [4, 7], tone: 'fair' },
  { name: '7 to 29 days', days: [7, 30], tone: 'bad' },
  { name: '30 days or more', days: [30, Infinity], tone: 'bad' },
];

/** The instants between which cases of each age opened, the oldest first. */
export function ageEdges(at: Instant): readonly Instant[] {
  return [
    0,
    ...AGES.slice(1)
      .map(({ days }) => at + 1 - days[0] * DAY)
      .toReversed(),
    at + 1,
  ];
}

/** How many cases wait at each age, as counted between `ageEdges`. */
export function ageBars(counts: readonly number[]): readonly ShownBar[] {
  const youngestFirst = counts.toReversed();
  return bars(AGES.map(({ name, tone }, nth) => ({ name, tone, count: youngestFirst[nth] ?? 0 })));
}

const OUTCOMES: Readonly<
  Record<Closings['outcomes'][number]['outcome'], Pick<ShownBar, 'name' | 'tone'>>
> = {
  release: { name: 'Released by a person', tone: 'good' },
  block: { name: 'Blocked by a person', tone: 'bad' },
  hold: { name: 'Decided by a person, still held', tone: 'fair' },
  overtaken: { name: 'Answered by a later screening', tone: 'plain' },
};

/** What closed cases came to. */
export function outcomeBars({ outcomes }: Closings): readonly ShownBar[] {
  return bars(outcomes.map(({ outcome, count }) => ({ ...OUTCOMES[outcome], count })));
}

function bars(
  counted: readonly (Pick<ShownBar, 'name' | 'tone'> & { readonly count: number })[],
): readonly ShownBar[] {
  const total = counted.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return [];
  return counted.map(({ name, tone, count }) => {
    const percent = Math.round((count / total) * 1000) / 10;
    return { name, tone, percent, text: shownCount(count), hint: `${Math.round(percent)} %` };
  });
}
