import { missing } from '../evidence/observation.ts';
import { MINUTE } from '../instant.ts';
import type { Signal } from './signal.ts';

/** How long the referee took from the referrer's link to an account. */
export const latency: Signal = {
  name: 'latency',
  observe: ({ record: { referral }, referee }) => {
    const clickedAt = referral?.clickedAt;
    if (referral === undefined || clickedAt === undefined) return missing('no click was reported');
    const created = referee.profile?.createdAt;
    // An account older than the click was linked later; what counts is then when it was linked.
    const joined = created !== undefined && created >= clickedAt ? created : referral.at;
    const took = joined - clickedAt;
    if (took < 0) return missing('clicked after the referral');
    if (took < 5 * MINUTE) return { kind: 'table', level: 'under_5_minutes' };
    return { kind: 'table', level: took < 60 * MINUTE ? 'under_1_hour' : 'later' };
  },
};
