import {
  heldTokens,
  heldTokensOnce,
  mayHaveLetGo,
  type AccountRef,
  type AccountState,
  type AccountWrite,
  type GraphWrite,
  type Hashing,
  type HeldToken,
  type Profile,
  type ProjectionBatch,
  type Referral,
  type TypedToken,
} from '@doubletake/scoring';
import { everHeld } from './ever-held.ts';
import { from1970, heldFrom1970 } from './from-1970.ts';
import type { EngineParts } from './parts.ts';

/** What accounts were just written with. */
export type Written = ReadonlyMap<AccountRef, readonly TypedToken[]>;

/** What is to be written, and how it came to be asked for. */
export interface Stretch {
  readonly batch: Omit<ProjectionBatch, 'cursor' | 'events' | 'leaving' | 'restated'>;
  /** Where it is what a single event touched: the graph knows everything from before it, unless that was restated. */
  readonly alone?: Pick<ProjectionBatch, 'restated'>;
  /** Whether the accounts come by only once, so that nothing of them is worth remembering. */
  readonly passing?: boolean;
  /** What accounts held that are no more, so far as the ledger cannot tell: it was written here before, or erased here. */
  readonly named?: Written;
}

/** What is known of what an account holds. */
interface Held {
  /** Whether the graph knows what its profile let go of, and everything that is to be said of that. */
  readonly isKnown: boolean;
  /** By its profile, where that was read with others. */
  readonly now: readonly HeldToken[] | undefined;
}

/**
 * What the account holds. A profile may have let go, within the stretch, of values that a graph told of each event
 * alone would know: then its history tells them, so that a graph made anew knows what one that grew does. And what a
 * single event says of all that the account ever showed is for those values as well.
 */
async function tokensOf(
  profile: Profile,
  { isKnown, now }: Held,
  { ledger, hashing: { tokenise } }: EngineParts,
): Promise<readonly HeldToken[]> {
  if (isKnown || !mayHaveLetGo(profile)) return now ?? heldTokens(profile, tokenise);
  const { observed } = await ledger.records.history(profile.accountId);
  return everHeld(observed, tokenise);
}

/** Whether the graph shows what an account did before. */
export function isShown(accountId: string, alone: Stretch['alone']): boolean {
  return alone?.restated.includes(accountId) === false;
}

/** Writes an account with all that it holds. */
export function writeOf(
  account: AccountRef,
  tokens: readonly HeldToken[],
  { maturedAt, abusiveAt }: Pick<AccountState, 'maturedAt' | 'abusiveAt'>,
): AccountWrite {
  return {
    kind: 'account',
    account,
    tokens: heldFrom1970(tokens),
    ...(maturedAt === undefined ? {} : { maturedAt: from1970(maturedAt) }),
    ...(abusiveAt === undefined ? {} : { abusiveAt: from1970(abusiveAt) }),
  };
}

async function accountWrite(
  state: AccountState,
  held: Held,
  parts: EngineParts,
): Promise<AccountWrite> {
  const { profile } = state;
  const tokens = await tokensOf(profile, held, parts);
  return writeOf(parts.hashing.accountRef(profile.accountId), tokens, state);
}

/**
 * Takes an account out of the graph: an erased one, whose tokens only those know who wrote or erased it, or one that is
 * now part of another, which has them in its history.
 */
export async function eraseWrite(
  accountId: string,
  { ledger, hashing }: EngineParts,
  named: Written = new Map(),
): Promise<GraphWrite> {
  const { observed } = await ledger.records.history(accountId);
  const account = hashing.accountRef(accountId);
  const tokens = [...(named.get(account) ?? []), ...(await everHeld(observed, hashing.tokenise))];
  return { kind: 'erase', account, tokens };
}

const referralWrite =
  ({ accountRef }: Hashing) =>
  ({ referrerId, refereeId, at }: Referral): GraphWrite => ({
    kind: 'referral',
    referrer: accountRef(referrerId),
    referee: accountRef(refereeId),
    at: from1970(at),
  });

const unlinkWrite =
  ({ accountRef }: Hashing) =>
  ({ referrerId, refereeId }: ProjectionBatch['unlinked'][number]): GraphWrite => ({
    kind: 'unlink',
    referrer: accountRef(referrerId),
    referee: accountRef(refereeId),
  });

/** The graph writes of one step. INVARIANT: nobody is taken apart after being joined: whom another referral joins stays so. */
export async function graphWrites(stretch: Stretch, parts: EngineParts): Promise<GraphWrite[]> {
  const { batch, named, alone, passing = false } = stretch;
  const profiles = passing ? batch.accounts.map(({ profile }) => profile) : [];
  const now = heldTokensOnce(profiles, parts.hashing.tokenise);
  return [
    ...(await Promise.all(batch.erased.map((id) => eraseWrite(id, parts, named)))),
    ...(await Promise.all(
      batch.accounts.map((state, nth) =>
        accountWrite(
          state,
          { isKnown: isShown(state.profile.accountId, alone), now: now[nth] },
          parts,
        ),
      ),
    )),
    ...batch.unlinked.map(unlinkWrite(parts.hashing)),
    ...batch.referrals.map(referralWrite(parts.hashing)),
  ];
}

/** What the accounts of some writes now hold. */
export function writtenBy(writes: readonly GraphWrite[]): Written {
  return new Map(
    writes.flatMap((write) => (write.kind === 'account' ? [[write.account, write.tokens]] : [])),
  );
}
