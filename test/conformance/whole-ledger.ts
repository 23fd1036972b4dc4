import { memoryLedger, type LedgerOptions, type ReviewedLedger } from '@doubletake/ledger';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wholeCensus } from './census.ts';
import { deskSays } from './desk-commands.ts';
import { everything } from './ledger-steps.ts';
import { AUDIT_KEY, day } from './ledger-values.ts';
import { inOrder, MANY } from './outbox-moves.ts';
import { BEGINNING, moves } from './whole-ledger-steps.ts';

/** Gives an empty ledger that nobody else uses. */
export type MakeLedger = (options?: LedgerOptions) => ReviewedLedger | Promise<ReviewedLedger>;

const NAMES = ['ann', 'bob', 'cat', 'dan', 'eve'];

/** Everything that can be asked of a ledger and its parts. */
async function all(ledger: ReviewedLedger): Promise<unknown> {
  const { outbox, records, overviews, desk, upkeep, census } = ledger;
  const told = [];
  for (const { endpointId } of await outbox.endpoints()) {
    const deliveries = inOrder(await outbox.deliveries(endpointId, { limit: MANY }));
    const attempts = [];
    for (const { messageId } of deliveries)
      attempts.push(await outbox.attempts(endpointId, messageId));
    told.push({ deliveries, attempts });
  }
  return {
    ledger: await everything(ledger),
    desk: await deskSays(ledger),
    told,
    endpoints: await outbox.endpoints(),
    census: await wholeCensus(census),
    overdue: await upkeep.overdue(day(97), 10),
    accounts: await Promise.all(
      NAMES.map(async (id) => ({
        record: await records.account(id),
        history: await records.history(id),
        told: (await records.told(id, MANY)).told,
        overview: await overviews.overview(id, { at: day(9), limit: 2 }),
        notes: await desk.notes({ kind: 'account', id }),
      })),
    ),
    among: await overviews.referralsAmong(NAMES, 4),
  };
}

/** Holds a ledger with all its parts to the memory model: events, decisions, desk, outbox, merges, erasures, upkeep mixed. */
export function wholeLedgerAgrees(name: string, make: MakeLedger, numRuns = 30): void {
  describe(`whole ledger: ${name}`, () => {
    test('answers as the memory model does, whatever happens to any part of it in whatever order', async () => {
      await fc.assert(
        fc.asyncProperty(moves, fc.boolean(), async (story, organicOrders) => {
          const options = { organicOrders, auditKey: AUDIT_KEY };
          const model = memoryLedger(options);
          const subject = await make(options);
          for (const call of BEGINNING) await Promise.all([call(subject), call(model)]);
          for (const move of story) {
            const call = await move.call(model);
            const wanted = await call(model);
            expect(await call(subject), move.name).toEqual(wanted);
          }
          expect(await all(subject)).toEqual(await all(model));
        }),
        { numRuns, interruptAfterTimeLimit: 60_000 },
      );
    });
  });
}
