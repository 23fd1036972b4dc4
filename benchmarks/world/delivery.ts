import type { WorldEvent } from './contract.ts';
import { DAY, MINUTE } from './time.ts';
import type { World } from './world.ts';

/**
 * Puts events in the order they arrive: by time, except that a few observations come late and a few
 * events come twice. A late event keeps its own time; only its place in the list moves.
 */
export function deliver(world: World): readonly WorldEvent[] {
  const { rates, events } = world;
  const random = world.random.fork('delivery');
  const arrivals = events.flatMap((event) => {
    const at = Date.parse(event.at);
    const late = event.type === 'account.observed' && random.chance(rates.late);
    const first = { event, at: late ? at + random.between(MINUTE, DAY) : at };
    return random.chance(rates.twice) ? [first, { event, at: first.at + 3 * MINUTE }] : [first];
  });
  return arrivals.toSorted((a, b) => a.at - b.at).map(({ event }) => event);
}
