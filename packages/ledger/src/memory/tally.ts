import {
  plusMinor,
  type Instant,
  type Money,
  type Reward,
  type RewardTally,
} from '@doubletake/scoring';
import { TALLY_MONTH, TALLY_YEAR } from '../limits.ts';
import { present } from '../present.ts';
import { releasedAt } from '../released-at.ts';
import { compareText } from '../compare-text.ts';
import type { DecisionBook } from './decision-book.ts';
import type { Entities } from './entities.ts';

/** A reward that was released, when, and how much it is. */
export interface Release {
  readonly at: Instant;
  readonly amount: Money;
}

interface Kept {
  readonly entities: Entities;
  readonly book: DecisionBook;
}

/** What else the beneficiary of a reward was rewarded with in its programme, and when. */
export function releasesBeside(reward: Reward, { entities, book }: Kept): readonly Release[] {
  const releases: Release[] = [];
  for (const otherId of entities.rewardsTo.of(reward.beneficiaryId)) {
    const other = entities.rewards.state(otherId);
    if (other?.programmeId !== reward.programmeId || otherId === reward.rewardId) continue;
    const at = releasedAt(other, book.standing(otherId));
    if (at !== undefined) releases.push({ at, amount: other.amount });
  }
  return releases;
}

/** How often, and with how much, the beneficiary of a reward was rewarded in its programme besides. */
export function tallyOf(reward: Reward, kept: Kept & { readonly asOf: Instant }): RewardTally {
  const releases = releasesBeside(reward, kept);
  const within = (window: number): readonly Release[] =>
    releases.filter(({ at }) => at > kept.asOf - window);
  return present({
    lifetime: releases.length,
    last30d: within(TALLY_MONTH).length,
    last365d: sums(within(TALLY_YEAR)),
    firstAt: releases.map(({ at }) => at).toSorted((a, b) => a - b)[0],
  });
}

function sums(releases: readonly Release[]): readonly Money[] {
  const byCurrency = new Map<string, number>();
  for (const { amount } of releases)
    byCurrency.set(amount.currency, plusMinor(byCurrency.get(amount.currency) ?? 0, amount.minor));
  return [...byCurrency]
    .map(([currency, minor]) => ({ minor, currency }))
    .toSorted((a, b) => compareText(a.currency, b.currency));
}
