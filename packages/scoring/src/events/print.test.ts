import { test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { domainEvent } from '../../../../test/support/event-arbitraries.ts';
import { parseEvent, parseEventLine } from './parse.ts';
import { eventJson, printEvent } from './print.ts';

describe('printing an event', () => {
  it('writes keys in the order of the contract and instants as text', () => {
    const line = eventJson({
      amount: { currency: 'EUR', minor: 2000 },
      status: 'completed',
      accountId: 'a1',
      orderId: 'o1',
      startsAt: 0,
      at: 1,
      type: 'order.updated',
      id: 'e1',
    });
    expect(line).toBe(
      '{"id":"e1","type":"order.updated","at":"1970-01-01T00:00:00.001Z","orderId":"o1","accountId":"a1",' +
        '"status":"completed","amount":{"minor":2000,"currency":"EUR"},"startsAt":"1970-01-01T00:00:00.000Z"}',
    );
  });

  test.prop([domainEvent])('parse ∘ print is the identity', (event) => {
    expect(parseEvent(printEvent(event))).toEqual({ ok: true, value: event });
    expect(parseEventLine(eventJson(event))).toEqual({ ok: true, value: event });
  });

  test.prop([domainEvent])('an event prints alike however its keys were ordered', (event) => {
    const parsed = parseEvent(reversed(printEvent(event)));
    expect(parsed.ok && eventJson(parsed.value)).toBe(eventJson(event));
  });
});

/** The same value with the keys of every object turned round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, held]) => [key, reversed(held)]),
  );
}
