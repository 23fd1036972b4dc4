import type { AccountRef, Instant } from '@doubletake/scoring';

/** A referral seen from one end: the account at the other, and when. */
export interface Link {
  readonly account: AccountRef;
  readonly at: Instant;
}

/** The referrals an account is part of. */
export interface Kin {
  /** Who referred it, first referral first; the first is the one above it. */
  readonly referrers: readonly Link[];
  /** Whom it referred, first referral first. */
  readonly referees: readonly Link[];
}

/** Nobody. */
export const NO_KIN: Kin = { referrers: [], referees: [] };

/** Referrers kept per account: the first ones, since only the first counts and the rest take over when it is erased. */
const REFERRERS = 8;

/** Referees kept per account: the latest. */
const REFEREES = 512;

/** Kin with one more referrer. */
export function withReferrer<Some extends Kin>(kin: Some, referrer: Link): Some {
  return { ...kin, referrers: withLink(kin.referrers, referrer).slice(0, REFERRERS) };
}

/** Kin with one more referee. */
export function withReferee<Some extends Kin>(kin: Some, referee: Link): Some {
  return { ...kin, referees: withLink(kin.referees, referee).slice(-REFEREES) };
}

/** Kin without one of the referrers. */
export function withoutReferrer<Some extends Kin>(kin: Some, referrer: AccountRef): Some {
  return { ...kin, referrers: kin.referrers.filter(({ account }) => account !== referrer) };
}

/** Kin without one of the referees. */
export function withoutReferee<Some extends Kin>(kin: Some, referee: AccountRef): Some {
  return { ...kin, referees: kin.referees.filter(({ account }) => account !== referee) };
}

/** Kin without an account, at either end. */
export function withoutKin<Some extends Kin>(kin: Some, account: AccountRef): Some {
  return withoutReferrer(withoutReferee(kin, account), account);
}

/** Links known at an instant, first referral first. */
export function knownLinks(links: readonly Link[], asOf: Instant): readonly Link[] {
  return links.filter(({ at }) => at <= asOf);
}

/** INVARIANT: one link per account, its earliest, in the order of time and then account, so that the order of writes does not matter. */
function withLink(links: readonly Link[], link: Link): readonly Link[] {
  const known = links.find(({ account }) => account === link.account);
  if (known && known.at <= link.at) return links;
  const others = links.filter((other) => other !== known);
  const index = others.findLastIndex((other) => before(other, link));
  return others.toSpliced(index + 1, 0, link);
}

function before(left: Link, right: Link): boolean {
  return left.at < right.at || (left.at === right.at && left.account < right.account);
}
