import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { orderUpdated } from '../../../../test/support/event-arbitraries.ts';
import type { OrderUpdated } from '../events/event.ts';
import { compareEvents } from '../events/fold-order.ts';
import { foldOrder } from './fold-order.ts';
import type { Order } from './order.ts';

const fold = (events: readonly OrderUpdated[]) =>
  events.reduce<Order | undefined>(foldOrder, undefined);

describe('an order that is updated', () => {
  const payment = { kind: 'card', fingerprint: 'f' } as const;
  it.each([
    {
      note: 'from creation to completion',
      rows: [{ status: 'created' }, { status: 'confirmed' }, { status: 'completed' }],
      order: { status: 'completed', createdAt: 1, confirmedAt: 2, completedAt: 3 },
    },
    {
      note: 'first heard of when confirmed',
      rows: [{ status: 'confirmed' }],
      order: { createdAt: 1, confirmedAt: 1 },
    },
    {
      note: 'completed twice: the first time counts',
      rows: [{ status: 'completed' }, { status: 'completed' }],
      order: { status: 'completed', completedAt: 1 },
    },
    {
      note: 'charged back after a refund: undone by the refund',
      rows: [{ status: 'completed' }, { status: 'refunded' }, { status: 'charged_back' }],
      order: { status: 'charged_back', completedAt: 1, undoneAt: 2, undoneBy: 'refunded' },
    },
    {
      note: 'confirmed anew after it was cancelled: still undone',
      rows: [{ status: 'cancelled' }, { status: 'confirmed' }],
      order: { status: 'confirmed', undoneAt: 1, undoneBy: 'cancelled', confirmedAt: 2 },
    },
    {
      note: 'what was last stated stands, what is not stated stays',
      rows: [
        { status: 'created', amount: { minor: 1, currency: 'EUR' }, startsAt: 50, payment },
        { status: 'confirmed', amount: { minor: 2, currency: 'EUR' }, category: 'stay' },
        { status: 'confirmed', startsAt: 60 },
      ],
      order: { amount: { minor: 2, currency: 'EUR' }, startsAt: 60, payment, category: 'stay' },
    },
    {
      note: 'goes to another account, who paid too',
      rows: [
        { status: 'created', payment },
        { status: 'created', accountId: 'a2', payment: { ...payment, fingerprint: 'g' } },
      ],
      order: { accountId: 'a2', payment: { ...payment, fingerprint: 'g' } },
    },
  ] satisfies readonly { note: string; rows: Partial<OrderUpdated>[]; order: Partial<Order> }[])(
    '$note',
    ({ rows, order }) => {
      const events = rows.map((row: Partial<OrderUpdated>, index): OrderUpdated => {
        const head = { id: `e${index}`, type: 'order.updated', at: index + 1 } as const;
        return { ...head, orderId: 'o1', accountId: 'a1', status: 'created', ...row };
      });
      const folded = fold(events);
      expect(folded).toMatchObject({ orderId: 'o1', accountId: 'a1', ...order });
      expect(folded).not.toHaveProperty('at');
      expect(folded).not.toHaveProperty('id');
    },
  );

  it('goes to another account without the card the first one paid with', () => {
    const head = {
      id: 'e1',
      type: 'order.updated',
      at: 1,
      orderId: 'o1',
      status: 'created',
    } as const;
    const given = fold([
      { ...head, accountId: 'a1', startsAt: 50, payment },
      { ...head, id: 'e2', accountId: 'a2' },
    ]);
    expect(given).toMatchObject({ accountId: 'a2', startsAt: 50 });
    expect(given).not.toHaveProperty('payment');
  });

  const history = fc
    .array(orderUpdated, { minLength: 1, maxLength: 12 })
    .map((events) => events.toSorted(compareEvents));

  test.prop([history])('recording an event twice changes nothing', (events) => {
    expect(fold(events.flatMap((event) => [event, event]))).toEqual(fold(events));
  });

  test.prop([history])('an order that was undone stays undone', (events) => {
    const undone = events.find(({ status }) =>
      ['cancelled', 'refunded', 'charged_back'].includes(status),
    );
    expect(fold(events)?.undoneAt).toBe(undone?.at);
    expect(fold(events)?.undoneBy).toBe(undone?.status);
  });
});
