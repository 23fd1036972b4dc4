import {
  heldTokens,
  type AccountState,
  type GraphWrite,
  type Hashing,
  type ProjectionBatch,
} from '@doubletake/scoring';
import type { EngineParts } from './parts.ts';

/** Events projected in one step: enough to share requests, few enough to hold in memory. */
const STEP = 1000;

function accountWrite(
  { profile, maturedAt, abusiveAt }: AccountState,
  hashing: Hashing,
): GraphWrite {
  return {
    kind: 'account',
    account: hashing.accountRef(profile.accountId),
    tokens: heldTokens(profile, hashing.tokenise),
    ...(maturedAt === undefined ? {} : { maturedAt }),
    ...(abusiveAt === undefined ? {} : { abusiveAt }),
  };
}

/** The graph writes of one step of the ledger. */
export function graphWrites(batch: ProjectionBatch, hashing: Hashing): GraphWrite[] {
  return [
    ...batch.erased.map((accountId): GraphWrite => ({
      kind: 'erase',
      account: hashing.accountRef(accountId),
      tokens: [],
    })),
    ...batch.accounts.map((state) => accountWrite(state, hashing)),
    ...batch.referrals.map(({ referrerId, refereeId, at }): GraphWrite => ({
      kind: 'referral',
      referrer: hashing.accountRef(referrerId),
      referee: hashing.accountRef(refereeId),
      at,
    })),
  ];
}

/**
 * Brings the graph up to the ledger, step by step from its own cursor. A crash between the two heals here: whatever
 * was not projected is projected again, and doing so twice changes nothing.
 */
export async function catchUp({ ledger, graph, hashing }: EngineParts): Promise<void> {
  for (let cursor = await graph.cursor(); ;) {
    const batch = await ledger.changes(cursor, STEP);
    if (!batch) return;
    await graph.project(graphWrites(batch, hashing));
    // INVARIANT: the cursor never passes an event the graph does not show.
    await graph.advance(batch.cursor);
    cursor = batch.cursor;
  }
}
