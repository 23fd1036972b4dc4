import { CASE_STATES, type AccountOverview } from '@doubletake/scoring';
import { goTo, page, refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { may } from '../../permissions.ts';
import { accountHref } from '../../show/account-link.ts';
import { shownIdentifiers } from '../../show/account/identifiers.ts';
import {
  LISTED,
  shownAllowances,
  shownCases,
  shownList,
  shownOrders,
  shownReferrals,
  shownRewards,
} from '../../show/account/lists.ts';
import { shownNotes } from '../../show/account/notes.ts';
import { shownGraph, surroundingsOf } from '../../show/graph.ts';
import { readerOf } from '../../show/reader.ts';
import { revealForm } from '../../show/reveal-form.ts';
import { shownTime } from '../../show/time.ts';

/** Counts of referrals end here. */
const COUNTED = 1000;
const NOTES = 20;

/** Everything kept of one account, as far as a page goes. */
export async function accountPage(asked: SignedIn): Promise<Answer> {
  const { house, params, at } = asked;
  const told = params['accountId'] ?? '';
  const overview = await house.accounts.overviews.overview(told, { at, limit: LISTED });
  if (overview === undefined) return refuse(404);
  const { accountId } = overview;
  if (accountId !== told) return goTo(accountHref(accountId), `${told} is now part of this one.`);
  return page('account', await accountModel(asked, overview));
}

async function accountModel(asked: SignedIn, overview: AccountOverview) {
  const { house, user, query } = asked;
  const { accountId, profile, velocity } = overview;
  const path = accountHref(accountId);
  const filter = { id: accountId, states: CASE_STATES };
  const [reader, around, found, notes, users] = await Promise.all([
    readerOf(asked),
    surroundingsOf(asked, [accountId]),
    house.cases.desk.page({ filter, sort: 'opened', descending: true, limit: LISTED }),
    house.cases.desk.notes({ kind: 'account', id: accountId }),
    house.access.users(),
  ]);
  const eyes = { reader, programmes: house.cases.policy.programmes };
  const decides = may(user.role, 'cases.decide');
  const colleagues = users.map(({ name }) => name);
  const latest = { rows: notes.slice(-NOTES), more: notes.length > NOTES };
  const { zone } = reader;
  return {
    title: `Account ${accountId}`,
    accountId,
    erased: overview.erased,
    merged: shownList(overview.merged, (id) => id, 'more of them'),
    roles: profile?.roles ?? [],
    status: profile?.status,
    created: profile && shownTime(profile.createdAt, zone),
    seen: profile && shownTime(profile.lastSeenAt, zone),
    velocity: { week: counted(velocity.last7d), month: counted(velocity.last30d) },
    identifiers: shownIdentifiers(asked, profile, around),
    reveal:
      profile &&
      revealForm(asked, { action: `${path}/reveal`, back: '#identifiers', whose: accountId }),
    graph: around && shownGraph(around, { path, zone, links: query['links'] }),
    unknown: around === undefined,
    brought: shownReferrals(overview.brought, 'refereeId', eyes),
    broughtBy: shownReferrals(overview.broughtBy, 'referrerId', eyes),
    orders: shownOrders(overview, eyes),
    rewards: shownRewards(overview, eyes),
    cases: shownCases(found, eyes),
    allowances: shownAllowances(overview, { ...eyes, mayEnd: decides }),
    notes: {
      ...shownList(latest, (note) => note),
      rows: shownNotes(latest.rows, reader, colleagues),
    },
    noteId: decides ? freshId(asked) : undefined,
  };
}

const counted = (count: number): string => (count >= COUNTED ? `${count} or more` : `${count}`);

/** Made with the page: the same form sent twice is one note. */
function freshId({ house }: SignedIn): string {
  return Buffer.from(house.random(18)).toString('base64url');
}
