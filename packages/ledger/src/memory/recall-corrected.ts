import type { Appended, DomainEvent } from '@doubletake/scoring';
import { compareText } from '../compare-text.ts';
import {
  correctionId,
  correctionsIn,
  isHeld,
  isStanding,
  type Corrections,
  type FirstTold,
} from '../corrected.ts';
import type { CaseBook } from './case-book.ts';
import type { Entities } from './entities.ts';
import { owe, type Record } from './recorder.ts';
import { restateCase } from './restate-case.ts';
import { precedes } from './screening-record.ts';

/** Looks at what events are about to correct; called when they did, it recalls the rewards that were decided upon it. */
export function recallingCorrected(
  into: Record,
  cases: CaseBook,
  events: readonly DomainEvent[],
): (answers: readonly Appended[]) => void {
  const { rewards, referrals, orders, profiles, nameOf } = into.entities;
  const changedRewards = changing(
    rewards,
    events.flatMap((event) => ('rewardId' in event ? event.rewardId : [])),
  );
  const changedReferrals = changing(
    referrals,
    events.flatMap((event) => (event.type === 'referral.attributed' ? event.referralId : [])),
  );
  const changedOrders = changing(
    orders,
    events.flatMap((event) => (event.type === 'order.updated' ? event.orderId : [])),
  );
  const changedAccounts = changing(
    profiles,
    events.flatMap((event) => (event.type === 'account.observed' ? nameOf(event.accountId) : [])),
  );
  return (answers) => {
    const last = events.findLast((_, nth) => answers[nth]?.outcome === 'recorded');
    if (last === undefined) return;
    const told = correctionsIn({ rewards: changedRewards(), referrals: changedReferrals() });
    const { entities } = into;
    const linked = told.links.flatMap((id) => [...entities.rewardsForReferral.of(id)]);
    for (const id of [...told.rewards, ...linked]) restateCase({ entities, cases }, id);
    const first = { accounts: firstOf(changedAccounts()), orders: firstOf(changedOrders()) };
    for (const rewardId of standingOn(into, told, first)) recall(into, rewardId, last);
  };
}

/** The states some entities are in; called later, what became of them. */
function changing<State>(
  entities: { readonly state: (id: string) => State | undefined },
  ids: readonly string[],
): () => ReadonlyMap<string, { before: State | undefined; after: State | undefined }> {
  const before = new Map(ids.map((id) => [id, entities.state(id)]));
  return () =>
    new Map([...before].map(([id, was]) => [id, { before: was, after: entities.state(id) }]));
}

/** Those that were not known before, and are now. */
function firstOf(
  changes: ReadonlyMap<string, { before: unknown; after: unknown }>,
): readonly string[] {
  return [...changes].flatMap(([id, { before, after }]) =>
    before === undefined && after !== undefined ? id : [],
  );
}

/** The rewards that corrections, and what was lacking, call for once more, in the order of ids. */
function standingOn(
  { entities, book }: Record,
  told: Corrections,
  first: FirstTold,
): readonly string[] {
  const links = [...told.referrals, ...told.links.flatMap((id) => laterLinks(entities, id))];
  const pairs = first.accounts.flatMap((id) => [
    ...entities.referralsBy.of(id),
    ...entities.referralsOf.of(id),
  ]);
  const linkedTo = (ids: readonly string[]): readonly string[] =>
    ids.flatMap((id) => [...entities.rewardsForReferral.of(id)]);
  const corrected = new Set([...told.rewards, ...linkedTo(links)]);
  const completed = [
    ...first.orders.flatMap((id) => [...entities.rewardsForOrder.of(id)]),
    ...linkedTo([...told.links, ...pairs]),
  ];
  return [...new Set([...corrected, ...completed])]
    .filter((id) => {
      const reward = entities.rewards.state(id);
      const calls = corrected.has(id) ? isStanding : isHeld;
      return reward !== undefined && calls(reward, book.on(id).at(-1));
    })
    .toSorted(compareText);
}

function recall(into: Record, rewardId: string, { id: eventId, at }: DomainEvent): void {
  const { recalls, rewards } = into.entities;
  const due = Math.max(at, rewards.state(rewardId)?.accruedAt ?? at);
  // It is screened by then anyway, and all that was told is seen.
  if (into.timers.of(rewardId).some((owed) => owed.at <= due)) return;
  const id = correctionId(eventId, rewardId);
  into.log.mark(id, { rewardId });
  recalls.set(rewardId, [...(recalls.get(rewardId) ?? []), { id, at }]);
  owe(into, rewardId);
}

/** Referrals of the same referee in the same programme that a referral comes before. */
function laterLinks(entities: Entities, referralId: string): readonly string[] {
  const link = entities.referrals.state(referralId);
  if (link === undefined) return [];
  return [...entities.referralsOf.of(link.refereeId)].filter((id) => {
    const other = entities.referrals.state(id);
    return other?.programmeId === link.programmeId && precedes(entities, link, other);
  });
}
