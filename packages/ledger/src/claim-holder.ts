import {
  claimSideOf,
  isReversed,
  type Claim,
  type Decision,
  type Reward,
} from '@doubletake/scoring';
import { compareText } from './compare-text.ts';

/** A reward of some side of an order, with the decision on it that stands. */
export interface Claimant {
  readonly reward: Reward;
  readonly standing: Pick<Decision, 'action' | 'at'> | undefined;
}

/**
 * Who holds a side of an order, of the rewards that are for it: whoever held it by a decision, as long as its money was
 * not taken back; a claw-back alone takes nothing back. Else the first of those whose money is or goes out.
 */
export function claimHolder(
  held: Claim | undefined,
  claimants: readonly Claimant[],
): Pick<Claim, 'rewardId' | 'at'> | undefined {
  const standing = claimants.filter(({ reward }) => !isReversed(reward));
  const holder = standing.find(({ reward }) => reward.rewardId === held?.rewardId);
  const isKept = holder?.standing?.action === 'pay' || holder?.standing?.action === 'claw_back';
  if (held !== undefined && holder !== undefined && isKept) {
    const { rewardId, paidAt, reversedAt } = holder.reward;
    return { rewardId, at: reversedAt === undefined ? held.at : (paidAt ?? held.at) };
  }
  return standing
    .flatMap(({ reward: { rewardId, paidAt }, standing: decision }) => {
      const at = paidAt ?? (decision?.action === 'pay' ? decision.at : undefined);
      return at === undefined ? [] : { rewardId, at };
    })
    .toSorted((a, b) => a.at - b.at || compareText(a.rewardId, b.rewardId))[0];
}

/** What a batch of events did to a reward. */
export interface RewardChange {
  readonly before: Reward | undefined;
  readonly after: Reward | undefined;
}

/** One side of one order. */
export type OrderSide = Pick<Claim, 'orderId' | 'side'>;

const CLAIMING = ['orderId', 'side', 'paidAt', 'reversedAt'] as const;

/** Which sides of orders some changes may give to another; a reward nobody has paid yet comes without one. */
export function movedSides(changes: readonly RewardChange[]): readonly OrderSide[] {
  const sides = changes.flatMap(({ before, after }) => {
    const isNew = before === undefined && after?.paidAt === undefined;
    const moves = !isNew && CLAIMING.some((part) => before?.[part] !== after?.[part]);
    return moves ? [before, after].flatMap((reward) => sideOf(reward) ?? []) : [];
  });
  return [...new Map(sides.map((side) => [`${side.side} ${side.orderId}`, side])).values()];
}

function sideOf(reward: Reward | undefined): OrderSide | undefined {
  if (reward?.orderId === undefined) return undefined;
  return { orderId: reward.orderId, side: claimSideOf(reward) };
}
