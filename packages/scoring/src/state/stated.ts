import type { EventHeader, EventType } from '../events/event.ts';

type Header = EventHeader & { readonly type: EventType };

/** What an event states beyond what every event carries. */
export function stated<Event extends Header>(event: Event): Omit<Event, keyof Header> {
  const { id: _id, type: _type, at: _at, ...rest } = event;
  return rest;
}
