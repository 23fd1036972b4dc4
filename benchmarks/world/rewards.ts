import type { Account } from './accounts.ts';
import type { Order } from './orders.ts';
import type { Programme } from './programmes.ts';
import { DAY, HOUR, MINUTE } from './time.ts';
import type { TruthRow } from './truth.ts';
import type { World } from './world.ts';

/** An order that earns what a programme promises. */
export interface Earning {
  readonly programme: Programme;
  readonly referralId: string;
  readonly order: Order;
  readonly referrer: Account;
  readonly referee: Account;
  readonly truth: Pick<TruthRow, 'label' | 'persona'>;
  /** Days the payout service asks later than the terms allow. */
  readonly slow?: number;
}

/** Lets every reward of the programme accrue, fall due, and notes what is true of it. */
export function accrue(world: World, earning: Earning): void {
  const { programme, order, referralId } = earning;
  for (const term of programme.rewards) {
    const rewardId = world.id('rew');
    const { price } = earning.referrer.owner.household.locale;
    const minor = Math.round(
      term.share === undefined ? (term.cents ?? 0) * price : term.share * order.amount.minor,
    );
    world.happen(order.confirmedAt + MINUTE, {
      type: 'reward.accrued',
      rewardId,
      programmeId: programme.id,
      referralId,
      orderId: order.id,
      beneficiaryId: term.side === 'referee' ? earning.referee.id : earning.referrer.id,
      side: term.side,
      channel: term.channel,
      kind: term.kind,
      amount: { minor, currency: order.amount.currency },
    });
    const dueAt = order.endsAt + (programme.holdDays + (earning.slow ?? 0)) * DAY + 5 * HOUR;
    world.happen(dueAt, { type: 'reward.due', rewardId });
    world.truth.push({
      rewardId,
      ...earning.truth,
      cancelled: order.cancelled,
      reversedAfterPayout: order.reversed,
      minor,
    });
  }
}
