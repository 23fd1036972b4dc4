import type { ProjectionBatch } from '@doubletake/scoring';
import type { EngineParts } from './parts.ts';

/** Keeps who is behind the graph's references in step with it. */
export async function writeDirectory(
  { accounts, erased }: Pick<ProjectionBatch, 'accounts' | 'erased'>,
  { ledger: { directory }, hashing }: EngineParts,
): Promise<void> {
  await directory.leave(erased);
  await directory.enter(
    accounts.map(({ profile: { accountId } }) => ({
      account: hashing.accountRef(accountId),
      accountId,
    })),
  );
}
