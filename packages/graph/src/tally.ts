import type { AccountRef, GraphStats } from '@doubletake/scoring';
import type { HolderList } from './holder-list.ts';

/** Counts what a graph keeps, one holder list after another. */
export function tally(): { add: (list: HolderList) => void; stats: () => GraphStats } {
  const accounts = new Set<AccountRef>();
  let tokens = 0;
  let holders = 0;
  return {
    add: ({ holdings }) => {
      tokens += 1;
      holders += holdings.length;
      for (const { account } of holdings) accounts.add(account);
    },
    stats: () => ({ tokens, holders, accounts: accounts.size }),
  };
}
