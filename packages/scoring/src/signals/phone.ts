import { phoneKind } from '@doubletake/identity';
import { DAY } from '../instant.ts';
import { observeLadder } from './ladder.ts';
import type { Signal } from './signal.ts';
import { gap } from './span.ts';

/** Carriers hand numbers on: two uses further apart than this may be two people (scoring-model §1.4). */
const RECYCLED = 365 * DAY;

/** Both are reached under one number. */
export const phone: Signal = {
  name: 'phone',
  observe: observeLadder({
    of: (identities) => identities.phone,
    compare: phoneKind.compare,
    rungs: [
      { level: 'exact', key: 'phone' },
      { level: 'recycled', key: 'phone' },
    ],
    refine: (level, left, right) =>
      level === 'exact' && gap(left, right) > RECYCLED ? 'recycled' : level,
  }),
};
