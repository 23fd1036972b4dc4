import {
  heldTokens,
  isFull,
  type AccountState,
  type GraphWrite,
  type HeldToken,
  type Profile,
  type ProjectionBatch,
} from '@doubletake/scoring';
import { everHeld } from './ever-held.ts';
import type { EngineParts } from './parts.ts';

/** Events projected in one step: enough to share requests, few enough to hold in memory. */
const STEP = 1000;

/** One step of the ledger, and where it began. */
export interface Stretch {
  readonly from: number;
  readonly batch: ProjectionBatch;
}

/**
 * What the account holds. A full profile may have let go, within the stretch, of values that a graph told of each event
 * alone would know: then its history tells them, so that a graph made anew knows what one that grew does.
 */
async function tokensOf(
  profile: Profile,
  { from, batch }: Stretch,
  { ledger, hashing: { tokenise } }: EngineParts,
): Promise<readonly HeldToken[]> {
  const alone = batch.cursor - from === 1 && batch.erased.length === 0;
  if (alone || !isFull(profile)) return heldTokens(profile, tokenise);
  const { observed } = await ledger.records.history(profile.accountId);
  return everHeld(observed, tokenise);
}

async function accountWrite(
  { profile, maturedAt, abusiveAt }: AccountState,
  stretch: Stretch,
  parts: EngineParts,
): Promise<GraphWrite> {
  const tokens = await tokensOf(profile, stretch, parts);
  const { hashing } = parts;
  return {
    kind: 'account',
    account: hashing.accountRef(profile.accountId),
    tokens,
    ...(maturedAt === undefined ? {} : { maturedAt }),
    ...(abusiveAt === undefined ? {} : { abusiveAt }),
  };
}

/**
 * Takes an account out of the graph: an erased one, whose tokens went before the ledger forgot them, or one that is now
 * part of another, which has them in its history.
 */
async function eraseWrite(
  { ledger, hashing }: EngineParts,
  accountId: string,
): Promise<GraphWrite> {
  const { observed } = await ledger.records.history(accountId);
  return {
    kind: 'erase',
    account: hashing.accountRef(accountId),
    tokens: everHeld(observed, hashing.tokenise),
  };
}

/** The graph writes of one step of the ledger. */
export async function graphWrites(stretch: Stretch, parts: EngineParts): Promise<GraphWrite[]> {
  const { hashing } = parts;
  const { batch } = stretch;
  return [
    ...(await Promise.all(batch.erased.map((accountId) => eraseWrite(parts, accountId)))),
    ...(await Promise.all(batch.accounts.map((state) => accountWrite(state, stretch, parts)))),
    ...batch.referrals.map(({ referrerId, refereeId, at }): GraphWrite => ({
      kind: 'referral',
      referrer: hashing.accountRef(referrerId),
      referee: hashing.accountRef(refereeId),
      at,
    })),
  ];
}

/** Keeps who is behind the graph's references in step with it. */
async function writeDirectory(
  { accounts, erased }: ProjectionBatch,
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

/**
 * Brings the graph up to the ledger, step by step from its own cursor. A crash between the two heals here: whatever
 * was not projected is projected again, and doing so twice changes nothing.
 */
export async function catchUp(
  parts: EngineParts,
  onProgress: (cursor: number) => void = () => {},
): Promise<void> {
  const { ledger, graph } = parts;
  for (let cursor = await graph.cursor(); ;) {
    const batch = await ledger.changes(cursor, STEP);
    if (!batch) return;
    const writes = await graphWrites({ from: cursor, batch }, parts);
    await Promise.all([graph.project(writes), writeDirectory(batch, parts)]);
    // INVARIANT: the cursor never passes an event the graph does not show.
    await graph.advance(batch.cursor);
    cursor = batch.cursor;
    onProgress(cursor);
  }
}
