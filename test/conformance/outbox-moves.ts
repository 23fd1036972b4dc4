import type { ReviewedLedger } from '@doubletake/ledger';
import type { Outbox, WebhookDelivery } from '@doubletake/scoring';
import fc from 'fast-check';
import { at, chosen, named, nth, one, type Call, type Move } from './move.ts';
import { HOUR } from './review-values.ts';

const hook = one('hook_a', 'hook_b');
const outbox =
  (call: (of: Outbox) => Promise<unknown>): Call =>
  async (ledger) =>
    call(ledger.outbox);

/** What happens to what is told, and to whom. */
export const sending: readonly fc.Arbitrary<Move>[] = [
  named(
    'switch',
    fc.record({ endpointId: hook, at, to: one('asked', 'gone', 'on', 'on') }),
    (turn) => () =>
      outbox((of) =>
        turn.to === 'on'
          ? of.enable(turn.endpointId, turn.at)
          : of.disable(turn.endpointId, turn.at, turn.to),
      ),
  ),
  named(
    'test',
    fc.tuple(hook, one('msg_1', 'msg_2'), at),
    (test) => () => outbox((of) => of.test(...test)),
  ),
  named(
    'due',
    at,
    (when) => () =>
      outbox(async (of) => inOrder(await of.due(when, { limit: MANY, leaseFor: HOUR }))),
  ),
  named(
    'try',
    fc.record({
      endpointId: hook,
      at,
      nth,
      lease: one(1, 1, 2),
      again: fc.boolean(),
      ok: fc.boolean(),
    }),
    ({ endpointId: id, nth: n, lease, again, ok, at: when }) =>
      async (model) => {
        const messageId = await messageOf(model, id, n);
        const outcome = ok ? 'delivered' : 'refused';
        const attempt = { at: when, outcome, status: 200, milliseconds: 5 } as const;
        return outbox((of) =>
          of.tried({ messageId, endpointId: id, lease }, attempt, again ? when + HOUR : undefined),
        );
      },
  ),
  named(
    'resend',
    fc.record({ endpointId: hook, at, nth }),
    ({ endpointId: id, at: when, nth: n }) =>
      async (model) => {
        const messageId = await messageOf(model, id, n);
        return outbox((of) => of.resend(id, messageId, when));
      },
  ),
  named('forget', at, (before) => () => outbox((of) => of.forget(before, MANY))),
];

async function messageOf(model: ReviewedLedger, id: string, n: number): Promise<string> {
  const deliveries = inOrder(await model.outbox.deliveries(id, { limit: MANY }));
  return chosen(deliveries, n)?.messageId ?? 'none';
}

/** More than a story ever has of anything. */
export const MANY = 500;

/** Deliveries in an order of ours: in which they are told, where several come about at once, nobody promises. */
export function inOrder<Delivery extends WebhookDelivery>(
  deliveries: readonly Delivery[],
): readonly Delivery[] {
  return deliveries
    .map((delivery) => ({ ...delivery, seq: 0 }))
    .toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)));
}

const nameOf = ({ messageId, endpointId }: Pick<WebhookDelivery, 'messageId' | 'endpointId'>) =>
  `${messageId} ${endpointId}`;
