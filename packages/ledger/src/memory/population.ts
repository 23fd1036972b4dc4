import type { AccountState, Instant } from '@doubletake/scoring';
import { InstantCounter } from './instant-counter.ts';

type Membership = Pick<AccountState, 'maturedAt' | 'abusiveAt'>;

/** How many accounts had matured at an instant and were not known to be abusive. */
export class Population {
  readonly #members = new Map<string, Membership>();
  readonly #entered = new InstantCounter();
  readonly #left = new InstantCounter();

  /** States where an account stands now; undefined when it is not known, or no more. Gives whether it stood otherwise. */
  place(accountId: string, membership: Membership | undefined): boolean {
    const before = this.#members.get(accountId);
    if (before?.maturedAt === membership?.maturedAt && before?.abusiveAt === membership?.abusiveAt)
      return false;
    this.#count(before, 'remove');
    this.#count(membership, 'add');
    if (membership === undefined) this.#members.delete(accountId);
    else this.#members.set(accountId, membership);
    return true;
  }

  at(instant: Instant): number {
    return this.#entered.upTo(instant) - this.#left.upTo(instant);
  }

  #count(membership: Membership | undefined, change: 'add' | 'remove'): void {
    if (membership?.maturedAt === undefined) return;
    this.#entered[change](membership.maturedAt);
    if (membership.abusiveAt !== undefined)
      this.#left[change](Math.max(membership.maturedAt, membership.abusiveAt));
  }
}
