import { choice } from './codecs/choice.ts';
import { describe } from './codecs/codec.ts';
import { isRecord } from './codecs/record.ts';
import { CONTRACT } from './contract.ts';
import { EVENT_TYPES } from './event.ts';
import type { DomainEvent, EventType } from './event.ts';
import type { EventProblem } from './problem.ts';
import { LARGEST_EVENT, Reading } from './reading.ts';
import type { Complaint } from './reading.ts';

/** The event a value stands for, or everything that is wrong with it. */
export type ParsedEvent =
  | { readonly ok: true; readonly value: DomainEvent }
  | { readonly ok: false; readonly problems: readonly EventProblem[] };

const eventType = choice('event type', EVENT_TYPES, 'event_unknown_type');

/**
 * Reads one event in the contract's JSON shape; instants become epoch milliseconds. `line` is its 1-based place in a
 * file or batch, for the problems. The value is copied and never kept.
 */
export function parseEvent(value: unknown, line?: number): ParsedEvent {
  const reading = new Reading(line);
  const event = readEvent(value, reading);
  return event !== undefined && reading.problems.length === 0
    ? { ok: true, value: event }
    : { ok: false, problems: reading.problems };
}

/** The same for one line of NDJSON, of 65,536 characters at most. */
export function parseEventLine(text: string, line?: number): ParsedEvent {
  if (text.length > LARGEST_EVENT) {
    // Not how many: whoever reads a file may have cut the line.
    const message = `more than ${LARGEST_EVENT} characters`;
    return refused({ code: 'event_too_large', message }, line);
  }
  const parsed = parseJson(text);
  // what the contract does not know is refused unread: nothing is followed deeper than a device component, 11 levels
  return parsed === undefined
    ? refused({ code: 'event_not_json', message: 'the line is not JSON', text }, line)
    : parseEvent(parsed.value, line);
}

function refused(complaint: Complaint, line: number | undefined): ParsedEvent {
  const reading = new Reading(line);
  reading.refuse(complaint);
  return { ok: false, problems: reading.problems };
}

function readEvent(value: unknown, reading: Reading): DomainEvent | undefined {
  if (!isRecord(value)) {
    const message = `an event is an object, found ${describe(value).kind}`;
    return reading.refuse({ code: 'event_not_an_object', message });
  }
  if (value['type'] === undefined) {
    return reading.refuse({ code: 'event_missing_key', message: 'missing key `type`' });
  }
  reading.enter('type');
  const type: EventType | undefined = eventType.read(value['type'], reading);
  reading.leave();
  return type === undefined ? undefined : CONTRACT[type].read(value, reading);
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch {
    // the engine's own message quotes the text, card number and all
    return undefined;
  }
}
