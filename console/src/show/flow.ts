import type { CaseFlow } from '@doubletake/scoring';
import type { ShownFlow } from '../models/statistics.ts';
import { addDays } from '../statistics/calendar.ts';
import type { Days } from '../statistics/period.ts';
import { shownCounted } from './number.ts';
import { shownDay } from './period.ts';

/** Share of a day's width that its bars take. */
const FILLED = 0.8;
/** Height of the picture above its middle, in its own units. */
const HALF = 50;

/** Cases in and out as bars up and down from a line; nothing when nothing happened. */
export function shownFlow(flow: readonly CaseFlow[], { first, last }: Days): ShownFlow | undefined {
  const most = Math.max(...flow.flatMap(({ opened, closed }) => [opened, closed]), 0);
  if (most === 0) return undefined;
  const step = 100 / flow.length;
  const height = (count: number): number => Math.round((count / most) * HALF * 10) / 10;
  const days = flow.map(({ opened, closed }, nth) => ({
    day: addDays(first, nth),
    text: shownDay(addDays(first, nth)),
    opened,
    closed,
    x: Math.round((nth + (1 - FILLED) / 2) * step * 100) / 100,
    width: Math.round(step * FILLED * 100) / 100,
    up: height(opened),
    down: height(closed),
  }));
  const sum = (of: 'opened' | 'closed') => flow.reduce((total, day) => total + day[of], 0);
  const [opened, closed] = [sum('opened'), sum('closed')];
  const busiest = days.reduce((best, day) => (day.opened > best.opened ? day : best));
  const description = `${shownCounted(opened, 'case')} opened and ${closed} closed in ${shownCounted(days.length, 'day')}; most opened on ${busiest.text}, ${busiest.opened}.`;
  return {
    days,
    first: shownDay(first),
    last: shownDay(last),
    opened,
    closed,
    most,
    description,
  };
}
