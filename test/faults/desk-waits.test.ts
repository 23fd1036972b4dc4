import { setTimeout as pause } from 'node:timers/promises';
import type { ReviewedLedger } from '@doubletake/ledger';
import { beforeEach, describe, expect, test } from 'vitest';
import { emptied } from '../conformance/ledger-sql.ts';
import { decided, write } from '../conformance/ledger-values.ts';
import { conclusion, NOW, opened } from '../conformance/review-values.ts';
import { onPostgres } from '../support/sql-databases.ts';

const database = onPostgres();
const make = emptied(database);

const CASES = 80;
const names = Array.from({ length: CASES }, (_, nth) => ({ rewardId: `w${nth}` }));
const LANES = [0, 1, 2, 3];

let ledger: ReviewedLedger;
let cases: readonly string[];
beforeEach(async () => {
  ledger = await make();
  cases = await opened(ledger, names);
});

const deadlocks = async (): Promise<number> => {
  // A server counts what a connection met a second later at most.
  await pause(1500);
  const text = 'select deadlocks::integer from pg_stat_database where datname = current_database()';
  const [row] = await database().query<{ deadlocks: number }>({ name: '', text }, []);
  return row?.deadlocks ?? NaN;
};

/** Four people who each decide a quarter of some cases. */
const decideAll = async (ids: readonly string[], at: number): Promise<void> => {
  const lanes = LANES.map(async (lane) => {
    for (const [nth, caseId] of ids.entries())
      if (nth % LANES.length === lane) {
        const on = conclusion(caseId, { at: at + nth, by: lane % 2 === 0 ? 'kim' : 'lea' });
        expect(await ledger.desk.act(on)).toMatchObject({ ok: true });
      }
  });
  await Promise.all(lanes);
};

/** Screens every reward a few times more. */
const refresh = async (): Promise<void> => {
  for (let round = 0; round < 4; round += 1)
    await ledger.commitMany(
      names.map(({ rewardId }) =>
        write(decided(rewardId, 'review', { on: 12, id: `${rewardId}-${round}` })),
      ),
    );
};

/** Lets time take its course on every case. */
const lapse = async (at: number): Promise<void> => {
  while ((await ledger.desk.lapse(at, 4)).length > 0);
};

describe('people decide, and nobody waits for each other in a ring', () => {
  test('while screenings refresh the same rewards', async () => {
    await Promise.all([decideAll(cases, NOW + 60_000), refresh()]);
    expect(await deadlocks()).toBe(0);
  });

  test('while time makes final what the same people decided before', async () => {
    await decideAll(cases.slice(0, CASES / 2), NOW);
    const later = NOW + 1_000_000;
    await Promise.all([lapse(later), decideAll(cases.slice(CASES / 2), later)]);
    expect(await deadlocks()).toBe(0);
  });
});
