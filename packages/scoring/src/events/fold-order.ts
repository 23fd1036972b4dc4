import { EVENT_TYPES } from './event.ts';
import type { DomainEvent, EventType } from './event.ts';

const RANK: ReadonlyMap<EventType, number> = new Map(
  EVENT_TYPES.map((type, position) => [type, position]),
);

/** What of an event decides its place. */
export type Placed = Pick<DomainEvent, 'at' | 'type' | 'id'>;

/** The order events fold in, whatever order they arrived in: by instant, then by type, then by id in code units. */
export function compareEvents(a: Placed, b: Placed): number {
  return a.at - b.at || rank(a) - rank(b) || (a.id < b.id ? -1 : Number(a.id > b.id));
}

const rank = ({ type }: Placed): number => RANK.get(type) ?? EVENT_TYPES.length;
