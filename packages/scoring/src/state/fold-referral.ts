import type { ReferralAttributed } from '../events/event.ts';
import type { Referral } from './referral.ts';
import { stated } from './stated.ts';

/** The referral after one more attribution: the first one in fold order stands. */
export function foldReferral(referral: Referral | undefined, event: ReferralAttributed): Referral {
  return referral ?? { ...stated(event), at: event.at };
}
