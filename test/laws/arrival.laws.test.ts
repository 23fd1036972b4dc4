import { memoryLedger, type ReviewedLedger } from '@doubletake/ledger';
import type { Decision } from '@doubletake/scoring';
import { fc } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { createEngine } from '../../packages/doubletake/src/engine/engine.ts';
import { emptied } from '../conformance/ledger-sql.ts';
import { told } from '../support/friends-of-ann.ts';
import { shippedParts } from '../support/shipped-parts.ts';
import { onPglite, onPostgres } from '../support/sql-databases.ts';

const NOW = Date.UTC(2026, 1, 20);
const DUE = { id: 'due', type: 'reward.due', at: '2026-02-10T00:00:00Z', rewardId: 'w-bob' };
const EVENTS = [...told(['bob']), DUE];

/** All of it in some order, with a wake after some of it. */
const arrivals = fc.tuple(
  fc.shuffledSubarray(EVENTS, { minLength: EVENTS.length }),
  fc.array(fc.boolean(), { minLength: EVENTS.length, maxLength: EVENTS.length }),
);

type Make = () => ReviewedLedger | Promise<ReviewedLedger>;

/** Everything decided while events arrive one by one. */
async function decidedOn(
  make: Make,
  events: readonly object[],
  wakes: readonly boolean[],
): Promise<readonly Decision[]> {
  const parts = { ...shippedParts(() => NOW), ledger: await make() };
  const engine = createEngine(parts);
  for (const [nth, event] of events.entries()) {
    await engine.record(event);
    if (wakes[nth] === true) await engine.wake();
  }
  await engine.wake();
  expect(await engine.wake()).toEqual([]);
  return parts.ledger.decisionsOn('w-bob');
}

const seen = ({ action, score, determiningRules, facts }: Decision) => ({
  action,
  score,
  determiningRules,
  facts,
});

function lawOn(ledger: string, make: Make): void {
  test(`what is told late is decided as if it had come in time, and paid once: ${ledger}`, async () => {
    const inTime = (await decidedOn(memoryLedger, EVENTS, [])).map(seen);
    expect(inTime).toMatchObject([{ action: 'pay' }]);
    const law = fc.asyncProperty(arrivals, async ([events, wakes]) => {
      const decisions = await decidedOn(make, events, wakes);
      expect(decisions.slice(-1).map(seen)).toEqual(inTime);
      expect(decisions.filter(({ action }) => action === 'pay')).toHaveLength(1);
    });
    await fc.assert(law, { numRuns: 60, interruptAfterTimeLimit: 15_000 });
  });
}

lawOn('in memory', memoryLedger);
lawOn('PGlite', emptied(onPglite()));
lawOn('PostgreSQL', emptied(onPostgres()));
