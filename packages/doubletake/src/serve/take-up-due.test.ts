import { expect, test } from 'vitest';
import { HELD_AT, told } from '../../../../test/support/held-reward.ts';
import { shippedParts } from '../../../../test/support/shipped-parts.ts';
import { createEngine } from '../engine/engine.ts';
import { takeUpDue } from './take-up-due.ts';

/** More than one round of a wake. */
const REWARDS = 300;

test('ends after the round under way, however much is owed, and that is no failure', async () => {
  const parts = shippedParts(() => HELD_AT);
  const { ledger } = parts;
  const failures: unknown[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    // Asked to end as soon as the first round begins.
    const timers: typeof ledger.timers = async (...asked) => {
      stop().then(resolve, reject);
      return ledger.timers(...asked);
    };
    const engine = createEngine({ ...parts, ledger: { ...ledger, timers } });
    const stop = takeUpDue(engine, (error) => failures.push(error));
  });
  const events = Array.from({ length: REWARDS }, (_, nth) => told(nth + 1)).flat();
  await createEngine(parts).recordMany(events);
  const owed = (await ledger.timers(HELD_AT, 2 * REWARDS)).length;
  await ended;
  const left = (await ledger.timers(HELD_AT, 2 * REWARDS)).length;
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(owed);
  expect(failures).toEqual([]);
});
