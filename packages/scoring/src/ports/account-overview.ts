import type { Decision } from '../decision.ts';
import type { Instant } from '../instant.ts';
import type { Order } from '../state/order.ts';
import type { Profile } from '../state/profile.ts';
import type { Referral } from '../state/referral.ts';
import type { Reward } from '../state/reward.ts';
import type { GivenAllowance } from './ledger.ts';

/** The first rows of a list, and whether it has more. */
export interface Listed<Row> {
  readonly rows: readonly Row[];
  readonly more: boolean;
}

/** A reward with the last decision on it. */
export interface DecidedReward {
  readonly reward: Reward;
  /** Absent when it was never screened. */
  readonly decision?: Pick<Decision, 'decisionId' | 'at' | 'outcome' | 'action' | 'score'>;
}

/** How many accounts somebody brought, counted up to 1000. */
export interface ReferralVelocity {
  readonly last7d: number;
  readonly last30d: number;
}

/** One account at a glance: everything kept of it, each list cut to what a page shows, the latest first. */
export interface AccountOverview {
  /** The account it is now part of, else its own id. */
  readonly accountId: string;
  /** Ids that were merged into it, ascending. */
  readonly merged: Listed<string>;
  readonly erased: boolean;
  /** Absent when it was never observed, or was erased. */
  readonly profile?: Profile;
  /** As referrer. */
  readonly brought: Listed<Referral>;
  /** As referee. */
  readonly broughtBy: Listed<Referral>;
  readonly orders: Listed<Order>;
  /** Those it is the beneficiary of. */
  readonly rewards: Listed<DecidedReward>;
  /** Pair exceptions it is part of, those that last longest first, the expired and the ended ones as well. */
  readonly allowances: Listed<GivenAllowance>;
  readonly velocity: ReferralVelocity;
}

/** What one page about an account reads, however much is kept of it. */
export interface AccountOverviews {
  /** Undefined when nothing recorded names the account. */
  readonly overview: (
    accountId: string,
    wish: { readonly at: Instant; readonly limit: number },
  ) => Promise<AccountOverview | undefined>;
  /** The id the account has now; undefined when nothing recorded names it. */
  readonly find: (accountId: string) => Promise<string | undefined>;
  /** Referrals between any two of some accounts, the earliest first, at most `limit`. */
  readonly referralsAmong: (
    accountIds: readonly string[],
    limit: number,
  ) => Promise<readonly Referral[]>;
}
