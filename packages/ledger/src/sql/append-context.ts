import type { Order, Profile, Referral, Reward } from '@doubletake/scoring';
import type { LedgerOptions } from '../options.ts';
import type { Sealer } from '../seal/sealer.ts';
import type { Transaction } from './database.ts';
import type { Folded } from './fold-kind.ts';

/** What every step of an append has at hand. */
export interface AppendContext {
  readonly tx: Transaction;
  readonly sealer: Sealer;
  readonly options: LedgerOptions;
}

/** What a batch did to every kind of entity. */
export interface Changes {
  readonly accounts: ReadonlyMap<string, Folded<Profile>>;
  readonly orders: ReadonlyMap<string, Folded<Order>>;
  readonly referrals: ReadonlyMap<string, Folded<Referral>>;
  readonly rewards: ReadonlyMap<string, Folded<Reward>>;
}
