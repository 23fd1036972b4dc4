import type { AccountDirectory, AccountRef } from '@doubletake/scoring';

/** Which account is behind a reference of the graph, in memory. */
export function memoryDirectory(): AccountDirectory {
  const ids = new Map<AccountRef, string>();
  return {
    enter: async (entries) => {
      for (const { account, accountId } of entries)
        if (!ids.has(account)) ids.set(account, accountId);
    },
    leave: async (accountIds) => {
      if (accountIds.length === 0) return;
      const gone = new Set(accountIds);
      for (const [account, accountId] of ids) if (gone.has(accountId)) ids.delete(account);
    },
    find: async (accounts) =>
      new Map(
        accounts.flatMap((account) => {
          const accountId = ids.get(account);
          return accountId === undefined ? [] : [[account, accountId]];
        }),
      ),
  };
}
