import type { EngineParts } from './parts.ts';

/** Accounts that came, or came again, and accounts that went. */
interface Moves {
  readonly accountIds: readonly string[];
  readonly erased: readonly string[];
}

/** Keeps who is behind the graph's references in step with it. */
export async function writeDirectory(
  { accountIds, erased }: Moves,
  { ledger: { directory }, hashing }: EngineParts,
): Promise<void> {
  await directory.leave(erased);
  await directory.enter(
    accountIds.map((accountId) => ({ account: hashing.accountRef(accountId), accountId })),
  );
}
