import type { DomainEvent, Ledger } from '@doubletake/scoring';
import { expect, test } from 'vitest';
import { accrued, day, labelled, observed, ordered, referred } from './ledger-values.ts';

interface Row {
  readonly note: string;
  readonly later: readonly DomainEvent[];
  readonly restated: readonly string[];
}

/** What is told before: nobody else is touched by what comes later. */
const FIRST: readonly DomainEvent[] = [
  ...['ann', 'bob', 'eve'].map((id) => observed(id, 5, { createdAt: day(0) })),
  referred(['ann', 'bob'], 6, { referralId: 'f1' }),
  accrued('r1', 7, { referralId: 'f1' }),
];

const ROWS: readonly Row[] = [
  {
    note: 'an observation that says nothing new of its age',
    later: [observed('ann', 9, { createdAt: day(0), email: 'ann@example.com' })],
    restated: [],
  },
  { note: 'an order', later: [ordered(['o1', 'ann'], ['completed', 9])], restated: [] },
  {
    note: 'an observation that says it is older',
    later: [observed('ann', 9, { createdAt: day(-9) })],
    restated: ['ann'],
  },
  {
    note: 'an observation that comes late',
    later: [observed('ann', 4, { createdAt: day(0) })],
    restated: ['ann'],
  },
  { note: 'a label, of both', later: [labelled('r1', 'fraud', 9)], restated: ['ann', 'bob'] },
  { note: 'a label that is no fraud', later: [labelled('r1', 'honest', 9)], restated: [] },
  {
    note: 'many at once: whoever reads them reads what they all showed anyway',
    later: [labelled('r1', 'fraud', 9), observed('ann', 4)],
    restated: [],
  },
];

/** What every ledger says of whom a single event says something of that holds for all they ever showed. */
export function restating(ledger: () => Ledger): void {
  const after = async (events: readonly DomainEvent[]) => {
    const { cursor = 0 } = (await ledger().changes(0, 100)) ?? {};
    await ledger().append(events);
    return ledger().changes(cursor, 100);
  };

  test.each(ROWS)('restated by $note: $restated', async ({ later, restated }) => {
    await ledger().append(FIRST);
    expect(await after(later)).toMatchObject({ restated });
  });

  test('an event after it restates nobody', async () => {
    await ledger().append([...FIRST, labelled('r1', 'fraud', 9)]);
    expect(await after([observed('ann', 10)])).toMatchObject({ restated: [] });
    expect(await after([accrued('r2', 10, { referralId: 'f1' })])).toMatchObject({ restated: [] });
  });

  test('whom a label speaks of no more is restated', async () => {
    const earlier = referred(['eve', 'bob'], 4, { referralId: 'f1' });
    await ledger().append([...FIRST, labelled('r1', 'fraud', 9)]);
    const restated = (await after([earlier]))?.restated ?? [];
    expect(restated).toEqual(expect.arrayContaining(['ann', 'eve']));
  });
}
