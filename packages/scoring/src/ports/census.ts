import type { Referral } from '../state/referral.ts';
import type { AccountState } from './ledger.ts';

/** How much a ledger holds. */
export interface Extent {
  /** Place of its last event in the log; 0 when there is none. */
  readonly end: number;
  /** Accounts anything was observed of, gone ones included. */
  readonly accounts: number;
}

/** An account with the tokens that were kept in place of the profile they were read from. */
export interface KeptAccount extends Omit<AccountState, 'profile' | 'stamp'> {
  readonly accountId: string;
  /** As they were handed over. */
  readonly tokens: Uint8Array;
}

/** What a profile was read as, for whoever fills a graph anew. */
export interface KeptTokens {
  readonly accountId: string;
  /** Of the profile that was read. */
  readonly stamp: Uint8Array;
  readonly tokens: Uint8Array;
}

/** Some of all accounts; it goes on after `next`, and ends when there is none. */
export interface AccountPage {
  readonly accounts: readonly AccountState[];
  /** Those that come with kept tokens instead; absent when there is none. */
  readonly kept?: readonly KeptAccount[];
  /** Those among them that are no more: erased, or now part of another. */
  readonly erased: readonly string[];
  /** Those among them whose profile does not open any more; absent when there is none. */
  readonly unreadable?: readonly string[];
  readonly next?: string;
}

/** Some of all referrals; it goes on after `next`, and ends when there is none. */
export interface ReferralPage {
  readonly referrals: readonly Referral[];
  readonly next?: number;
}

/**
 * All that an identity graph is made of, each account and each referral once and as it stands now. What is recorded
 * while it is read may show in it or not: whoever reads it follows the log from where it ended before.
 */
export interface Census {
  /** The ledger's own name, made up with it and never changed: a copy has it too, no other ledger does. */
  readonly name: () => Promise<string>;
  readonly extent: () => Promise<Extent>;
  /**
   * At most `limit` accounts, in the order of their ids.
   *
   * @param readAs - accounts whose tokens were kept so come with them, unless their profile changed since.
   */
  readonly accounts: (limit: number, after?: string, readAs?: string) => Promise<AccountPage>;
  /**
   * Keeps what profiles were read as, until they change: reading them is most of what filling a graph costs. A ledger may keep
   * nothing.
   *
   * @param readAs - names how they were read: the version of the canonical forms, the keys.
   */
  readonly keep: (readAs: string, tokens: readonly KeptTokens[]) => Promise<void>;
  /** Lets go of what was kept: of everything, or of all that was read otherwise than so. */
  readonly forgetKept: (readAs?: string) => Promise<void>;
  /** Those of some accounts that are no more, in any order. */
  readonly gone: (accountIds: readonly string[]) => Promise<readonly string[]>;
  /** At most `limit` referrals between accounts that are both still there, in the order they were recorded. */
  readonly referrals: (limit: number, after?: number) => Promise<ReferralPage>;
}
