import { IDENTITY_VERSION } from '@doubletake/identity';
import {
  mayHaveLetGo,
  type AccountWrite,
  type GraphWrite,
  type Hashing,
  type KeptAccount,
  type KeptTokens,
  type Profile,
} from '@doubletake/scoring';
import { isShown, writeOf, type Stretch } from './graph-writes.ts';
import { packTokens, unpackTokens } from './packed-tokens.ts';
import type { EngineParts } from './parts.ts';

/** Raised whenever the tokens of a profile are other ones, or packed otherwise, though the canonical forms are the same. */
const TOKENS_VERSION = '1';

/** How profiles are read here; absent where tokens are made for this process alone. */
export function readAs({ kids }: Hashing): string | undefined {
  return kids && [TOKENS_VERSION, IDENTITY_VERSION, ...kids].join(' ');
}

/** Profiles that stay open and whose tokens were kept already: most events change nothing of them. */
const kept = new WeakSet<Profile>();

/** The tokens of a step, to be kept: of those accounts that were written with all they ever showed. */
export function tokensToKeep(
  { batch, alone }: Pick<Stretch, 'batch' | 'alone'>,
  writes: readonly GraphWrite[],
  { kids, accountRef }: Hashing,
): KeptTokens[] {
  if (kids === undefined) return [];
  const written = new Map(
    writes.flatMap((write) => (write.kind === 'account' ? [[write.account, write]] : [])),
  );
  return batch.accounts.flatMap(({ profile, stamp }) => {
    const { accountId } = profile;
    const tokens = written.get(accountRef(accountId))?.tokens;
    const isWhole = !isShown(accountId, alone) || !mayHaveLetGo(profile);
    if (stamp === undefined || tokens === undefined || !isWhole || kept.has(profile)) return [];
    kept.add(profile);
    return { accountId, stamp, tokens: packTokens(tokens, kids) };
  });
}

/** Keeps them, so that a graph that is filled anew needs no profile read for them. */
export async function keepTokens(
  tokens: readonly KeptTokens[],
  { ledger, hashing }: EngineParts,
): Promise<void> {
  const as = readAs(hashing);
  if (as !== undefined && tokens.length > 0) await ledger.census.keep(as, tokens);
}

/** Writes an account with the tokens that were kept of it. */
export const keptWrite =
  ({ kids = [], accountRef }: Hashing) =>
  (account: KeptAccount): AccountWrite =>
    writeOf(accountRef(account.accountId), unpackTokens(account.tokens, kids), account);
