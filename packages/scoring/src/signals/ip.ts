import { ipKind } from '@doubletake/identity';
import { DAY, HOUR } from '../instant.ts';
import { observeLadder } from './ladder.ts';
import type { Signal } from './signal.ts';
import { gap } from './span.ts';

/** Households keep an address for weeks, mobile carriers for hours; beyond this it is another line's. */
const SAME_LINE = 60 * DAY;
const SAME_TIME = 48 * HOUR;

/** Both came from one internet address, within two days or within sixty. An anonymiser's address is nobody's. */
export const ip: Signal = {
  name: 'ip',
  observe: observeLadder({
    of: (identities) => identities.ip,
    compare: ipKind.compare,
    rungs: [
      { level: 'same_time', key: 'ip' },
      { level: 'same_line', key: 'ip' },
    ],
    comparable: (left, right) =>
      gap(left, right) <= SAME_LINE && !anonymous(left.network) && !anonymous(right.network),
    refine: (level, left, right) => {
      if (level !== 'exact') return level;
      return gap(left, right) <= SAME_TIME ? 'same_time' : 'same_line';
    },
  }),
};

const anonymous = (
  verdict: { vpn?: boolean; proxy?: boolean; tor?: boolean } | undefined,
): boolean => verdict?.vpn === true || verdict?.proxy === true || verdict?.tor === true;
