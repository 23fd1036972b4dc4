import { isReversed, type Appended, type DomainEvent } from '@doubletake/scoring';
import type { Keeping } from './keeping.ts';

/** Closes the cases of rewards that stand as taken back once events told together are recorded; one paid again does not. */
export function closeReversed(
  { entities, cases }: Pick<Keeping, 'entities' | 'cases'>,
  events: readonly DomainEvent[],
  answers: readonly Appended[],
): void {
  for (const [nth, event] of events.entries()) {
    if (!('rewardId' in event) || answers[nth]?.outcome !== 'recorded') continue;
    const reward = entities.rewards.state(event.rewardId);
    if (reward !== undefined && isReversed(reward)) cases.reversed(reward);
  }
}
