import {
  DAY,
  type AccountOverviews,
  type AccountRecords,
  type DecidedReward,
  type Decision,
  type Instant,
  type Referral,
  type Reward,
} from '@doubletake/scoring';
import { compareText } from '../compare-text.ts';
import { cut, VELOCITY_BOUND } from '../listed.ts';
import { present } from '../present.ts';
import type { Allowances } from './allowances.ts';
import type { DecisionBook } from './decision-book.ts';
import type { Entities } from './entities.ts';

interface Shelves {
  readonly records: AccountRecords;
  readonly allowances: Allowances;
  readonly entities: Entities;
  readonly book: DecisionBook;
}

/** One account at a glance, in memory. */
export function memoryOverviews({
  records,
  allowances,
  entities,
  book,
}: Shelves): AccountOverviews {
  return {
    find: async (told) => (await records.account(told))?.accountId,
    overview: async (told, { at, limit }) => {
      const record = await records.account(told);
      if (record === undefined) return undefined;
      const { accountId, merged, erased, profile, referrals, orders, rewards } = record;
      const brought = referrals.filter(({ referrerId }) => referrerId === accountId);
      const broughtBy = referrals.filter(({ refereeId }) => refereeId === accountId);
      return present({
        accountId,
        merged: cut(merged, limit),
        erased,
        profile,
        brought: cut(brought.toReversed(), limit),
        broughtBy: cut(broughtBy.toReversed(), limit),
        orders: cut(orders.toReversed(), limit),
        rewards: cut(
          rewards
            .toReversed()
            .map((reward) => decidedReward(reward, book.on(reward.rewardId).at(-1))),
          limit,
        ),
        allowances: cut(allowances.naming(accountId), limit),
        velocity: { last7d: within(brought, at, 7), last30d: within(brought, at, 30) },
      });
    },
    referralsAmong: async (accountIds, limit) => {
      const ids = [...new Set(accountIds)];
      return ids
        .flatMap((id) => [...entities.referralsBy.of(id)])
        .flatMap((id) => entities.referrals.state(id) ?? [])
        .filter(({ refereeId }) => ids.includes(refereeId))
        .toSorted((a, b) => a.at - b.at || compareText(a.referralId, b.referralId))
        .slice(0, limit);
    },
  };
}

function decidedReward(reward: Reward, last: Decision | undefined): DecidedReward {
  if (last === undefined) return { reward };
  const { decisionId, at, outcome, action, score } = last;
  return { reward, decision: { decisionId, at, outcome, action, score } };
}

function within(referrals: readonly Referral[], at: Instant, days: number): number {
  const found = referrals.filter((each) => each.at > at - days * DAY && each.at <= at);
  return Math.min(found.length, VELOCITY_BOUND);
}
