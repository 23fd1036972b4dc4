import type { DomainEvent } from '@doubletake/scoring';

/** What an event changes, by id. */
export interface Touches {
  readonly accountId?: string;
  readonly orderId?: string;
  readonly referralId?: string;
  readonly rewardId?: string;
}

/** The ids of what the event changes; a reward's account and referral stand in the reward. */
export function touches(event: DomainEvent): Touches {
  switch (event.type) {
    case 'account.observed':
    case 'account.erased':
      return { accountId: event.accountId };
    case 'order.updated':
      return { accountId: event.accountId, orderId: event.orderId };
    case 'referral.attributed':
      return { referralId: event.referralId };
    case 'reward.accrued':
    case 'reward.due':
    case 'reward.paid':
    case 'reward.reversed':
    case 'label.recorded':
      return { rewardId: event.rewardId };
  }
}
