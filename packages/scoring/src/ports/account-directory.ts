import type { AccountRef } from './identity-graph.ts';

/** An account with what the identity graph calls it. */
export interface DirectoryEntry {
  readonly account: AccountRef;
  readonly accountId: string;
}

/**
 * Which account is behind a reference of the identity graph: the graph itself cannot say. Kept with the projection: an
 * account is entered when it is written to the graph, and leaves when it leaves the graph.
 */
export interface AccountDirectory {
  /** Entering an account again changes nothing. */
  readonly enter: (entries: readonly DirectoryEntry[]) => Promise<void>;
  readonly leave: (accountIds: readonly string[]) => Promise<void>;
  /** Account ids by reference; one nobody entered is left out. */
  readonly find: (accounts: readonly AccountRef[]) => Promise<ReadonlyMap<AccountRef, string>>;
}
