import type { IdentifierKind, KeyType } from '@doubletake/identity';
import type { Instant } from '../instant.ts';
import type { Referral } from '../state/referral.ts';

/** Where a value stands in a profile: the position in the profile's list of its kind. */
export interface ValuePlace {
  readonly accountId: string;
  readonly index: number;
}

/** One value that an account in the middle has in common with others. */
export interface SharedValue {
  readonly kind: IdentifierKind;
  /** In what respect they share it: the mailbox, the whole building, the family name. */
  readonly type: KeyType;
  /** The value as one of the accounts in the middle wrote it, masked. */
  readonly masked: string;
  /** Which values of the accounts in the middle it is; one place for each of their values. */
  readonly places: readonly ValuePlace[];
  /** Other accounts that hold it, the longest first, at most 12. */
  readonly others: readonly string[];
  /** How many hold it, those in the middle included; an estimate beyond 128. */
  readonly count: number;
}

/** What surrounds one or two accounts. */
export interface Surroundings {
  /** The accounts in the middle, as they were asked for. */
  readonly middle: readonly string[];
  /** What they share with each other or with anybody else, in the order of kinds. */
  readonly shared: readonly SharedValue[];
  /** Between any two of the accounts named here, and those the middle brought or was brought by; the earliest first. */
  readonly referrals: readonly Pick<Referral, 'referralId' | 'referrerId' | 'refereeId' | 'at'>[];
}

/** Who is connected to whom, in account ids. */
export interface Connections {
  /** What surrounds one account, or two, as known and alive at an instant. */
  readonly around: (accountIds: readonly string[], at: Instant) => Promise<Surroundings>;
}
