import { missing } from '../evidence/observation.ts';
import { DAY } from '../instant.ts';
import type { Signal } from './signal.ts';

/** How old the referrer's account was when it referred. */
export const age: Signal = {
  name: 'age',
  observe: ({ record: { referral }, referrer }) => {
    if (!referral || !referrer.profile) return missing('referrer never observed');
    const days = (referral.at - referrer.profile.createdAt) / DAY;
    if (days < 3) return { kind: 'table', level: 'under_3_days' };
    return { kind: 'table', level: days < 30 ? 'under_30_days' : 'older' };
  },
};
