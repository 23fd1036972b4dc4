import {
  claimSideOf,
  compareEvents,
  type Instant,
  type Order,
  type RefereeOutcome,
  type Referral,
  type ScreeningRecord,
} from '@doubletake/scoring';
import { REFEREE_OUTCOMES } from '../limits.ts';
import { present } from '../present.ts';
import type { Allowances } from './allowances.ts';
import { compareText } from '../compare-text.ts';
import type { CaseBook } from './case-book.ts';
import type { DecisionBook } from './decision-book.ts';
import type { Entities } from './entities.ts';
import type { EventLog } from './event-log.ts';
import type { Population } from './population.ts';
import { tallyOf } from './tally.ts';

/** Where a screening reads. */
export interface Shelves {
  readonly entities: Entities;
  readonly book: DecisionBook;
  readonly cases: CaseBook;
  readonly population: Population;
  readonly allowances: Allowances;
  readonly log: EventLog;
}

/** Everything a screening of the reward needs; undefined when the reward is unknown. */
export function screeningRecord(
  { entities, book, cases, population, allowances, log }: Shelves,
  rewardId: string,
  asOf: Instant,
): ScreeningRecord | undefined {
  const reward = entities.rewards.state(rewardId);
  if (reward === undefined) return undefined;
  const referral = entities.referrals.state(reward.referralId);
  const order = reward.orderId === undefined ? undefined : entities.orders.state(reward.orderId);
  return present({
    reward,
    referral,
    order,
    referrer: referral && entities.profiles.state(referral.referrerId),
    referee: referral && entities.profiles.state(referral.refereeId),
    tally: tallyOf(reward, { entities, book, asOf }),
    claim:
      reward.orderId === undefined ? undefined : book.claim(reward.orderId, claimSideOf(reward)),
    earlierReferral: referral && earlierReferral(entities, referral),
    codeUsedBy: referral && codeUsedBy(entities, referral),
    refereeEarlierOrders: earlierOrders(entities, referral, order),
    refereeOutcomes: referral === undefined ? [] : refereeOutcomes(entities, referral, asOf),
    lowOrderMinor: order?.amount && entities.confirmed.lowMinor(order.amount.currency, asOf),
    population: population.at(asOf),
    allowance: referral && allowances.inForce(referral, asOf),
    previous: book.on(rewardId).at(-1),
    underReview: cases.openOn(rewardId) && (true as const),
    pendingBlock: cases.pendingBlock(rewardId),
    reached: log.end,
  });
}

function earlierReferral(entities: Entities, referral: Referral): Referral | undefined {
  return earliest(
    entities,
    entities.referralsOf.of(referral.refereeId),
    (other) => other.programmeId === referral.programmeId && precedes(entities, other, referral),
  );
}

function codeUsedBy(entities: Entities, referral: Referral): string | undefined {
  if (referral.code === undefined) return undefined;
  return earliest(
    entities,
    entities.referralsWithCode.of(referral.code),
    (other) =>
      other.programmeId === referral.programmeId &&
      other.referrerId !== referral.referrerId &&
      precedes(entities, other, referral),
  )?.referrerId;
}

function earliest(
  entities: Entities,
  ids: Iterable<string>,
  wanted: (referral: Referral) => boolean,
): Referral | undefined {
  let first: Referral | undefined;
  for (const id of ids) {
    const candidate = entities.referrals.state(id);
    if (candidate === undefined || !wanted(candidate)) continue;
    if (first === undefined || precedes(entities, candidate, first)) first = candidate;
  }
  return first;
}

/** Whether one referral was attributed before the other, in fold order. */
export function precedes(entities: Entities, a: Referral, b: Referral): boolean {
  const first = entities.referrals.events(a.referralId)[0];
  const second = entities.referrals.events(b.referralId)[0];
  return first !== undefined && second !== undefined && compareEvents(first, second) < 0;
}

function earlierOrders(
  entities: Entities,
  referral: Referral | undefined,
  order: Order | undefined,
): number {
  if (referral === undefined || order === undefined) return 0;
  return entities.completions.of(referral.refereeId).filter((at) => at < order.createdAt).length;
}

function refereeOutcomes(
  entities: Entities,
  { referrerId, refereeId }: Referral,
  asOf: Instant,
): readonly RefereeOutcome[] {
  const others = new Set<string>();
  for (const id of entities.referralsBy.of(referrerId)) {
    const other = entities.referrals.state(id)?.refereeId;
    if (other !== undefined && other !== refereeId) others.add(other);
  }
  return [...others]
    .flatMap((accountId) => {
      const [first, second] = entities.completions.of(accountId).filter((at) => at <= asOf);
      if (first === undefined) return [];
      return [
        { accountId, outcome: present({ firstCompletedAt: first, secondCompletedAt: second }) },
      ];
    })
    .toSorted(
      (a, b) =>
        b.outcome.firstCompletedAt - a.outcome.firstCompletedAt ||
        compareText(a.accountId, b.accountId),
    )
    .slice(0, REFEREE_OUTCOMES)
    .map(({ outcome }) => outcome);
}
