import type { AccountErased, AccountObserved, OrderUpdated } from '../events/event.ts';
import type { AuditEntry } from './audit-trail.ts';
import type { Appended } from './ledger.ts';
import type { Instant } from '../instant.ts';
import type { Order } from '../state/order.ts';
import type { Profile } from '../state/profile.ts';
import type { Referral } from '../state/referral.ts';
import type { Reward } from '../state/reward.ts';

/** One account as it stands now; what it was made from is told by `told`, what was decided by the ledger's `decisionsOn`. */
export interface AccountRecord {
  /** The account it is now part of, else its own id. */
  readonly accountId: string;
  /** Ids that were merged into it, ascending. */
  readonly merged: readonly string[];
  readonly erased: boolean;
  /** Absent when it was never observed, or was erased. */
  readonly profile?: Profile;
  /** Those it is part of, on either end, the earliest first. */
  readonly referrals: readonly Referral[];
  /** Its own, the earliest first. */
  readonly orders: readonly Order[];
  /** Those it is the beneficiary of, the earliest first. */
  readonly rewards: readonly Reward[];
}

/** Some of what was told of an account; it goes on after `next`, and ends when there is none. */
export interface ToldPage {
  /** Observations of it, and what its orders were said to be, under the name it has now, in the order they were recorded. */
  readonly told: readonly (AccountObserved | OrderUpdated)[];
  /** Ids of events among them that do not open any more; absent when there is none. */
  readonly unreadable?: readonly string[];
  readonly next?: number;
}

/** What was ever observed of an account, as far as it is still kept. */
export interface AccountHistory {
  /** The account it is now part of, else its own id. */
  readonly accountId: string;
  readonly erased: boolean;
  /** In the order they were recorded. */
  readonly observed: readonly AccountObserved[];
  /** Ids of events that do not open any more; absent when there is none. */
  readonly unreadable?: readonly string[];
}

/** What an erasure took away. */
export interface Erased {
  readonly appended: Appended;
  /** As it was until then; nothing where the erasure was not recorded, or repeats one. */
  readonly gone: AccountHistory;
}

/** Two accounts found to be one. */
export interface AccountMerge {
  /** From now on another name of `intoId`. */
  readonly accountId: string;
  readonly intoId: string;
  /** Who said so. */
  readonly by: string;
}

/** What became of a merge. */
export type Merged =
  | { readonly outcome: 'merged'; readonly intoId: string }
  /** They were one already; nothing changed. */
  | { readonly outcome: 'duplicate'; readonly intoId: string }
  | { readonly outcome: 'refused'; readonly why: MergeRefusal };

/**
 * `same`: both names are one. `unknown`: nothing recorded names one of them. `erased`: one of them was. `elsewhere`: the
 * account was merged into a third one before.
 */
export type MergeRefusal = 'same' | 'unknown' | 'erased' | 'elsewhere';

/** What a ledger keeps of single accounts: to show it to them, to join two of them, to let go of it. */
export interface AccountRecords {
  /** Undefined when nothing recorded names the account. */
  readonly account: (accountId: string) => Promise<AccountRecord | undefined>;
  /**
   * At most `limit` of the events told of the account itself and of its orders, as far as they are still kept: each value,
   * also one that no profile or order shows any more.
   */
  readonly told: (accountId: string, limit: number, after?: number) => Promise<ToldPage>;
  /** Of an account nobody observed, nothing. */
  readonly history: (accountId: string) => Promise<AccountHistory>;
  /**
   * Appends an erasure and gives what it takes away, which nobody can read any more then. What is recorded at the same
   * moment comes before it, and is given, or after it, and is not kept.
   *
   * @param entry - goes into the audit trail with it.
   */
  readonly erase: (event: AccountErased, entry?: AuditEntry) => Promise<Erased>;
  /**
   * Joins two accounts, for good: everything recorded under the one, before or after, is folded into the other, as if it
   * had been recorded there. What was decided stays as it was; what waits or is held for either, or was let go to a pair
   * that is one account now, is owed another screening.
   *
   * @param entry - goes into the audit trail with it, when they were joined.
   */
  readonly merge: (merge: AccountMerge, at: Instant, entry?: AuditEntry) => Promise<Merged>;
}
