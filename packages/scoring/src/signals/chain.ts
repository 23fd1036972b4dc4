import { missing } from '../evidence/observation.ts';
import { DAY } from '../instant.ts';
import type { Signal } from './signal.ts';

const FRESH = 20 * DAY;

/** Whether the referrer was itself referred, and had only just joined: a chain in a hurry. */
export const chain: Signal = {
  name: 'chain',
  observe: ({ record: { referral }, referrer, neighbourhood }) => {
    if (!referral || !referrer.profile) return missing('referrer never observed');
    const fresh = referral.at - referrer.profile.createdAt < FRESH;
    const referred = neighbourhood.aboveReferrer.length > 0;
    return { kind: 'table', level: fresh && referred ? 'yes' : 'no' };
  },
};
