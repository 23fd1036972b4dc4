import type { AccountRef, Instant } from '@doubletake/scoring';
import { admits, bottomK, type BottomK } from './bottom-k.ts';
import { joined, type Holding } from './holding.ts';

/** How many of the first and of the latest holders a full list keeps. */
const OLDEST = 32;
const NEWEST = 96;

/** Who holds one token: a bounded list, and a sample of everyone once the list could not keep them all. */
export interface HolderList {
  /** Oldest first; ties in the order of the account reference. */
  readonly holdings: readonly Holding[];
  readonly sketch?: BottomK;
}

/** Nobody. */
export const NO_HOLDERS: HolderList = { holdings: [] };

/**
 * The list with a holding joined in. Order of writes does not matter, with one exception that the bound forces: a
 * holder already dropped from the middle is taken at its word if it is written again with a younger state.
 */
export function withHolding(list: HolderList, holding: Holding): HolderList {
  const holdings = placed(list.holdings, holding);
  const full = holdings.length > OLDEST + NEWEST;
  const sketch = list.sketch ? sampled(list.sketch, holding) : full ? bottomK(holdings) : undefined;
  // INVARIANT: whoever comes 33rd in a list of 129 has 32 before and 96 after, so dropping it keeps the 32 oldest and 96 newest ever.
  const kept = full ? holdings.toSpliced(OLDEST, 1) : holdings;
  return sketch ? { holdings: kept, sketch } : { holdings: kept };
}

/** The list without an account, unless it was seen there after an instant; nothing when nobody is left. */
export function withoutAccount(
  list: HolderList,
  account: AccountRef,
  last: Instant = Infinity,
): HolderList | undefined {
  const stays = (holding: Holding): boolean => holding.account !== account || holding.last > last;
  const holdings = list.holdings.filter(stays);
  const { sketch } = list;
  if (sketch === undefined) return holdings.length === 0 ? undefined : { holdings };
  const sample = sketch.sample.filter(stays);
  if (holdings.length === 0 && sample.length === 0) return undefined;
  return { holdings, sketch: { threshold: sketch.threshold, sample } };
}

/** Those of some accounts that hold the token. */
export function heldBy(
  { holdings, sketch }: HolderList,
  accounts: ReadonlySet<AccountRef>,
): ReadonlySet<AccountRef> {
  const found = new Set<AccountRef>();
  for (const some of [holdings, sketch?.sample ?? []])
    for (const { account } of some) if (accounts.has(account)) found.add(account);
  return found;
}

function sampled(sketch: BottomK, holding: Holding): BottomK {
  if (!admits(sketch, holding.account)) return sketch;
  const known = sketch.sample.find(({ account }) => account === holding.account);
  const others = sketch.sample.filter((other) => other !== known);
  return bottomK([...others, known ? joined(known, holding) : holding], sketch.threshold);
}

function placed(holdings: readonly Holding[], holding: Holding): readonly Holding[] {
  const index = holdings.findIndex(({ account }) => account === holding.account);
  const known = holdings[index];
  if (known === undefined) return inserted(holdings, holding);
  const both = joined(known, holding);
  return both.since === known.since
    ? holdings.with(index, both)
    : inserted(holdings.toSpliced(index, 1), both);
}

function inserted(holdings: readonly Holding[], holding: Holding): readonly Holding[] {
  const index = holdings.findLastIndex((other) => before(other, holding));
  return holdings.toSpliced(index + 1, 0, holding);
}

function before(left: Holding, right: Holding): boolean {
  return left.since < right.since || (left.since === right.since && left.account < right.account);
}
