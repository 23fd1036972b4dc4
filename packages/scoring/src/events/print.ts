import { CONTRACT } from './contract.ts';
import type { EventOf } from './contract.ts';
import type { DomainEvent, EventType } from './event.ts';

/** The event in the contract's JSON shape: keys in the contract's order, instants as text. `parseEvent` reads it back. */
export function printEvent(event: DomainEvent): unknown {
  return written(event.type, event);
}

/** One line of NDJSON. Two events have the same content exactly when these texts are equal. */
export function eventJson(event: DomainEvent): string {
  return JSON.stringify(printEvent(event));
}

const written = <Type extends EventType>(type: Type, event: EventOf<Type>): unknown =>
  CONTRACT[type].write(event);
