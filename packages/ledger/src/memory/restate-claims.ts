import { claimSideOf, type DomainEvent } from '@doubletake/scoring';
import { claimHolder, movedSides, type OrderSide } from '../claim-holder.ts';
import type { DecisionBook } from './decision-book.ts';
import type { Entities } from './entities.ts';

interface Kept {
  readonly entities: Entities;
  readonly book: DecisionBook;
}

/** Looks at what events are about to change; called when they did, it states anew who holds the sides of orders. */
export function restatingClaims(on: Kept, events: readonly DomainEvent[]): () => void {
  const { rewards } = on.entities;
  const ids = new Set(events.flatMap((event) => ('rewardId' in event ? event.rewardId : [])));
  const before = [...ids].map((id) => ({ id, before: rewards.state(id) }));
  return () => {
    const changes = before.map(({ id, ...change }) => ({ ...change, after: rewards.state(id) }));
    for (const side of movedSides(changes)) restate(on, side);
  };
}

function restate({ entities, book }: Kept, { orderId, side }: OrderSide): void {
  const claimants = [...entities.rewardsForOrder.of(orderId)].flatMap((id) => {
    const reward = entities.rewards.state(id);
    const isOf = reward !== undefined && claimSideOf(reward) === side;
    return isOf ? { reward, standing: book.standing(id) } : [];
  });
  const holder = claimHolder(book.claim(orderId, side), claimants);
  book.restateClaim({ orderId, side }, holder && { orderId, side, ...holder });
}
