import type { ReferralMethod } from '../events/event.ts';
import type { Instant } from '../instant.ts';

/** Who brought whom, by which programme. The first event of a referral id wins. */
export interface Referral {
  readonly referralId: string;
  readonly programmeId: string;
  readonly referrerId: string;
  readonly refereeId: string;
  readonly at: Instant;
  readonly method?: ReferralMethod;
  readonly code?: string;
  readonly tag?: string;
  readonly clickedAt?: Instant;
  readonly employeeId?: string;
}
