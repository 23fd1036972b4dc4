import { DAY } from '../instant.ts';
import type { LedgerFactFamily } from './collected.ts';

/** What became of the order the reward is for. */
export const orderFacts: LedgerFactFamily = ({ scene, programme }) => {
  const { at, record } = scene;
  const { order, referral, lowOrderMinor } = record;
  const hold = programme.payoutHoldDays * DAY;
  const waiting = order && order.completedAt === undefined && order.undoneAt === undefined;
  return {
    'order.known': order !== undefined,
    'order.status': order?.status,
    'order.category': order?.category,
    'order.amountMinor': order?.amount?.minor,
    'order.currency': order?.amount?.currency,
    'order.lowValue':
      order?.amount && lowOrderMinor !== undefined
        ? order.amount.minor <= lowOrderMinor
        : undefined,
    'order.byReferee': order && referral && order.accountId === referral.refereeId,
    'order.startsAt': order?.startsAt,
    'order.endsAt': order?.endsAt,
    'order.completed': order && order.completedAt !== undefined,
    'order.completedAt': order?.completedAt,
    'order.undone': order && order.undoneAt !== undefined,
    'order.undoneAt': order?.undoneAt,
    // Where the host states no end, ask again after one hold window rather than never.
    'order.expectedPayableAt': waiting ? Math.max(order.endsAt ?? at, at) + hold : undefined,
    'reward.payableAt': order?.completedAt === undefined ? undefined : order.completedAt + hold,
    'reward.clawbackUntil':
      order?.completedAt === undefined
        ? undefined
        : order.completedAt + programme.clawbackDays * DAY,
  };
};
