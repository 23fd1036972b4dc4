import type { ReferralAttributed } from '../events/event.ts';

/** Who brought whom, by which programme. The first event of a referral id wins. */
export type Referral = Omit<ReferralAttributed, 'id' | 'type'>;
