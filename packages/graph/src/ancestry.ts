import type { AccountRef, Instant } from '@doubletake/scoring';
import type { Link } from './kin.ts';

/** How many accounts above one are known. */
const HEIGHT = 8;

/**
 * The accounts above one, nearest first, given the link to the account above it and what is above that one. Each link
 * bears the time of the referral below it. Stops at the height and before a loop closes.
 */
export function ancestry(
  account: AccountRef,
  parent: Link | undefined,
  aboveParent: readonly Link[],
): readonly Link[] {
  if (!parent || parent.account === account) return [];
  const loop = aboveParent.findIndex((link) => link.account === account);
  return [parent, ...(loop < 0 ? aboveParent : aboveParent.slice(0, loop))].slice(0, HEIGHT);
}

/** The part of an ancestry known at an instant: up to the first referral still to come. */
export function knownAncestry(links: readonly Link[], asOf: Instant): readonly AccountRef[] {
  const unknown = links.findIndex(({ at }) => at > asOf);
  return (unknown < 0 ? links : links.slice(0, unknown)).map(({ account }) => account);
}

/** The ancestry found by walking up, one account after another. */
export function walkUp(
  account: AccountRef,
  parentOf: (account: AccountRef) => Link | undefined,
): readonly Link[] {
  const path: Link[] = [];
  const seen = new Set([account]);
  let parent = parentOf(account);
  while (parent && path.length < HEIGHT && !seen.has(parent.account)) {
    path.push(parent);
    seen.add(parent.account);
    parent = parentOf(parent.account);
  }
  return path;
}
