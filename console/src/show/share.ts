import type { ShownShare } from '../models/statistics.ts';
import { type Share, wilson } from '../statistics/wilson.ts';
import { shownCount } from './number.ts';

/** A share with its interval; nothing when it is of nothing, and so unknown. */
export function shownShare(share: Share): ShownShare | undefined {
  const interval = wilson(share);
  if (interval === undefined) return undefined;
  const { part, whole } = share;
  const [low, high] = [interval.low * 100, interval.high * 100];
  return {
    text: `${Math.round((part / whole) * 100)} %`,
    of: `${shownCount(part)} of ${shownCount(whole)}`,
    between: `${Math.round(low)} to ${Math.round(high)} %`,
    at: tenths((part / whole) * 100),
    low: tenths(low),
    width: tenths(high - low),
  };
}

const tenths = (value: number): number => Math.round(value * 10) / 10;
