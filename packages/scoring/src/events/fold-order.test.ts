import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { domainEvent } from '../../../../test/support/event-arbitraries.ts';
import type { EventType } from './event.ts';
import { compareEvents } from './fold-order.ts';

const place = (at: number, type: EventType, id: string) => ({ at, type, id });

describe('the order events fold in', () => {
  it.each([
    {
      note: 'the earlier instant first',
      first: place(1, 'reward.paid', 'b'),
      second: place(2, 'account.observed', 'a'),
    },
    {
      note: 'at one instant the type decides',
      first: place(1, 'order.updated', 'b'),
      second: place(1, 'reward.accrued', 'a'),
    },
    {
      note: 'an erasure comes last',
      first: place(1, 'label.recorded', 'b'),
      second: place(1, 'account.erased', 'a'),
    },
    {
      note: 'then the id, by code unit: capitals come first',
      first: place(1, 'reward.due', 'B'),
      second: place(1, 'reward.due', 'a'),
    },
  ])('$note', ({ first, second }) => {
    expect(compareEvents(first, second)).toBeLessThan(0);
    expect(compareEvents(second, first)).toBeGreaterThan(0);
    expect(compareEvents(first, { ...first })).toBe(0);
  });

  const arrivals = fc
    .uniqueArray(domainEvent, { selector: ({ id, type }) => `${type} ${id}` })
    .chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
    );
  test.prop([arrivals])('arrival changes nothing', ([events, shuffled]) => {
    expect(shuffled.toSorted(compareEvents)).toEqual(events.toSorted(compareEvents));
  });
});
