import { missing } from '../evidence/observation.ts';
import type { Signal } from './signal.ts';

/** Whether the referee hides where it comes from. The verdict is the caller's; without one nothing is said. */
export const anonymiser: Signal = {
  name: 'anonymiser',
  observe: ({ referee }) => {
    const verdicts = referee.identities.ip.flatMap(({ seen }) => seen.network ?? []);
    if (verdicts.length === 0) return missing('no network verdict');
    const hidden = verdicts.some(
      ({ vpn, proxy, hosting, tor }) =>
        vpn === true || proxy === true || hosting === true || tor === true,
    );
    return { kind: 'table', level: hidden ? 'yes' : 'no' };
  },
};
