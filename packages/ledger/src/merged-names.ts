import type { DomainEvent } from '@doubletake/scoring';

/** The account that an account is now part of, else itself. */
export type NameOf = (accountId: string) => string;

/** The accounts an event names whose own things it tells. */
export function accountsNamed(event: DomainEvent): readonly string[] {
  switch (event.type) {
    case 'account.observed':
    case 'account.erased':
    case 'order.updated':
      return [event.accountId];
    case 'referral.attributed':
      return [event.referrerId, event.refereeId];
    case 'reward.accrued':
      return [event.beneficiaryId];
    case 'reward.due':
    case 'reward.paid':
    case 'reward.reversed':
    case 'label.recorded':
      return [];
  }
}

/** The event as if it had been told of the accounts that those it names are now part of; the very same when none was merged. */
export function renamed<Event extends DomainEvent>(event: Event, nameOf: NameOf): Event;
export function renamed(event: DomainEvent, nameOf: NameOf): DomainEvent {
  if (accountsNamed(event).every((id) => nameOf(id) === id)) return event;
  switch (event.type) {
    case 'account.observed':
    case 'account.erased':
    case 'order.updated':
      return { ...event, accountId: nameOf(event.accountId) };
    case 'referral.attributed':
      return {
        ...event,
        referrerId: nameOf(event.referrerId),
        refereeId: nameOf(event.refereeId),
      };
    case 'reward.accrued':
      return { ...event, beneficiaryId: nameOf(event.beneficiaryId) };
    case 'reward.due':
    case 'reward.paid':
    case 'reward.reversed':
    case 'label.recorded':
      return event;
  }
}
