import { parseEvent, type DomainEvent } from '@doubletake/scoring';
import { describe, expect, it, test } from 'vitest';
import { reportsOrganicOrders, timeline, type Placed } from './timeline.ts';

function placed(...events: readonly object[]): Placed[] {
  return events.map((event, index) => {
    const parsed = parseEvent({ at: '2025-01-01T00:00:00Z', ...event });
    if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
    return { event: parsed.value, line: index + 1 };
  });
}

const due = { type: 'reward.due', rewardId: 'r' };
const order = (accountId: string, status: string): object => ({
  id: `o-${accountId}`,
  type: 'order.updated',
  orderId: 'o',
  accountId,
  status,
});
const referral = {
  id: 'ref',
  type: 'referral.attributed',
  referralId: 'ref',
  programmeId: 'friends',
  referrerId: 'ann',
  refereeId: 'bob',
};

test('events stand in the order they fold: by time, type, id, and line for one id', () => {
  const later = '2025-01-02T00:00:00Z';
  const written = placed(
    { ...due, id: 'z', at: later },
    { ...due, id: 'b' },
    { ...due, id: 'a' },
    { ...due, id: 'a', rewardId: 'other' },
    referral,
  );
  const ids = timeline(written).map(({ event, line }): [DomainEvent['id'], number] => [
    event.id,
    line,
  ]);
  expect(ids).toEqual([
    ['ref', 5],
    ['a', 3],
    ['a', 4],
    ['b', 2],
    ['z', 1],
  ]);
});

describe('a host that reports orders of accounts nobody referred', () => {
  it.each([
    {
      note: 'a completed order of a stranger',
      events: [referral, order('eve', 'completed')],
      organic: true,
    },
    { note: 'of the referrer', events: [referral, order('ann', 'completed')], organic: true },
    { note: 'of the referee only', events: [referral, order('bob', 'completed')], organic: false },
    {
      note: 'referred later in the file',
      events: [order('bob', 'completed'), referral],
      organic: false,
    },
    {
      note: 'an open order says nothing',
      events: [referral, order('eve', 'confirmed')],
      organic: false,
    },
    { note: 'no orders', events: [referral], organic: false },
  ])('$note', ({ events, organic }) => {
    expect(reportsOrganicOrders(placed(...events))).toBe(organic);
  });
});
