import type { AccountObserved } from '../events/event.ts';
import type { Instant } from '../instant.ts';

/** A step of a long task that can be begun anew at any time; it goes on after `next`, and ends when there is none. */
export interface Step {
  readonly next?: string;
}

/** Some rows sealed anew. */
export interface Resealed extends Step {
  readonly rows: number;
}

/** An account that something is kept of past its time. */
export interface Overdue {
  readonly accountId: string;
  /** All its observations as they are kept now, in the order they were recorded. */
  readonly before: readonly AccountObserved[];
  /** The same as they may still be kept. */
  readonly after: readonly AccountObserved[];
}

/** Some accounts looked at, with those among them that hold on to too much. */
export interface OverduePage extends Step {
  readonly overdue: readonly Overdue[];
  /** Those of which an observation does not open: what is past its time there cannot be told. Absent when all open. */
  readonly unreadable?: readonly string[];
}

/** What is done to a ledger from time to time, beside its work. */
export interface Upkeep {
  /** Seals at most `limit` rows anew that are not sealed with the current key. A ledger that seals nothing has none. */
  readonly reseal: (limit: number, after?: string) => Promise<Resealed>;
  /** How many values each key seals, by key id. Reads everything. */
  readonly seals: () => Promise<ReadonlyMap<string, number>>;
  /** Looks at `limit` accounts for what is past its time at an instant. */
  readonly overdue: (at: Instant, limit: number, after?: string) => Promise<OverduePage>;
  /** Lets go of what is past its time of one account. */
  readonly expire: (accountId: string, at: Instant) => Promise<void>;
  /**
   * Lets go of what at most `limit` decisions were made from, the oldest first, 24 months after they were made; gives how
   * many. A reward whose case waits for a person keeps it until then. A database goes by its own clock as well.
   */
  readonly expireDecisions: (at: Instant, limit: number) => Promise<number>;
  /** What time it is where the ledger is kept. */
  readonly now: () => Promise<Instant>;
  /** Lets go of the profiles this process keeps open. */
  readonly closeProfiles: () => void;
}
