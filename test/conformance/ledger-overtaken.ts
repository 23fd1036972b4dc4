import type { DecidedUpon, Decision, DomainEvent, Ledger } from '@doubletake/scoring';
import { expect, test } from 'vitest';
import {
  accrued,
  day,
  decided,
  labelled,
  observed,
  ordered,
  referred,
  reversed,
  write,
} from './ledger-values.ts';

const PAY = decided('r1', 'pay', { on: 3 });
const READ = decided('r1', 'review', { on: 1 });
/** Of every reward here. */
const { amount: AMOUNT } = accrued('r1', 0);

interface Row {
  readonly note: string;
  /** What the ledger holds when the decision comes, the oldest first. */
  readonly held: readonly Decision[];
  readonly upon: DecidedUpon;
  readonly outcome: 'committed' | 'overtaken';
}

const ROWS: readonly Row[] = [
  { note: 'nothing read, nothing came', held: [], upon: {}, outcome: 'committed' },
  { note: 'what was read stands', held: [READ], upon: { previous: READ }, outcome: 'committed' },
  {
    note: 'one came where there was none',
    held: [decided('r1', 'void', { on: 2 })],
    upon: {},
    outcome: 'overtaken',
  },
  {
    note: 'another came, and says something else',
    held: [READ, decided('r1', 'void', { on: 2 })],
    upon: { previous: READ },
    outcome: 'overtaken',
  },
  {
    note: 'the same was said again, but not what comes now',
    held: [READ, decided('r1', 'review', { on: 2 })],
    upon: { previous: READ },
    outcome: 'overtaken',
  },
  {
    note: 'others were released since, and there is room left',
    held: [decided('r2', 'pay', { on: 2 })],
    upon: { room: [{ below: 2 }] },
    outcome: 'committed',
  },
  {
    note: 'others were released since, and the room is theirs',
    held: [decided('r2', 'pay', { on: 2 }), decided('r3', 'pay', { on: 4 })],
    upon: { room: [{ below: 2 }] },
    outcome: 'overtaken',
  },
  {
    note: 'one was released since, and the days this one counts are full',
    held: [decided('r2', 'pay', { on: 2 })],
    upon: { room: [{ below: 2 }, { below: 1, since: day(1) }] },
    outcome: 'overtaken',
  },
  {
    note: 'what was released before those days takes no room in them',
    held: [decided('r2', 'pay', { on: 2 })],
    upon: { room: [{ below: 1, since: day(2) }] },
    outcome: 'committed',
  },
  {
    note: 'no more money was released than might be',
    held: [decided('r2', 'pay', { on: 2 })],
    upon: { room: [{ most: AMOUNT, since: day(1) }] },
    outcome: 'committed',
  },
  {
    note: 'more money was released than might be',
    held: [decided('r2', 'pay', { on: 2 })],
    upon: { room: [{ most: { ...AMOUNT, minor: AMOUNT.minor - 1 }, since: day(1) }] },
    outcome: 'overtaken',
  },
  {
    note: 'more money was released than might be, but before those days or of another currency',
    held: [decided('r2', 'pay', { on: 2 })],
    upon: {
      room: [
        { most: { ...AMOUNT, minor: 0 }, since: day(2) },
        { most: { minor: 0, currency: 'CHF' } },
      ],
    },
    outcome: 'committed',
  },
  {
    note: 'more money was released than a number holds exactly: it counts as the most one does',
    held: [decided('huge', 'pay', { on: 2 }), decided('r2', 'pay', { on: 2 })],
    upon: { room: [{ most: { ...AMOUNT, minor: Number.MAX_SAFE_INTEGER } }] },
    outcome: 'committed',
  },
  {
    note: 'rewards of somebody else take no room',
    held: [decided('other', 'pay', { on: 2 })],
    upon: { room: [{ below: 1 }] },
    outcome: 'committed',
  },
];

/** A decision is kept only while what it was made upon stands. */
export function overtaking(ledger: () => Ledger): void {
  test.each(ROWS)('decided upon: $note', async ({ held, upon, outcome }) => {
    await ledger().append([
      ...['r1', 'r2', 'r3'].map((rewardId) => accrued(rewardId, 0)),
      accrued('other', 0, { beneficiaryId: 'somebody' }),
      accrued('huge', 0, { amount: { ...AMOUNT, minor: Number.MAX_SAFE_INTEGER } }),
    ]);
    await ledger().commitMany(held.map((decision) => write(decision)));
    const answer = await ledger().commit({ ...write(PAY), upon });
    expect(answer.outcome).toBe(outcome);
    const kept = await ledger().decisionsOn('r1');
    expect(kept.some(({ decisionId }) => decisionId === PAY.decisionId)).toBe(
      outcome === 'committed',
    );
  });

  test.each<{ note: string; told: readonly DomainEvent[]; overtakes: boolean }>([
    { note: 'nothing', told: [], overtakes: false },
    { note: 'the reward taken back', told: [reversed('r1', 5)], overtakes: true },
    { note: 'the reward labelled', told: [labelled('r1', 'fraud', 5)], overtakes: true },
    {
      note: 'its order undone',
      told: [ordered(['o1', 'bob'], ['refunded', 5])],
      overtakes: true,
    },
    { note: 'its referral told anew', told: [referred(['ann', 'bob'], 0)], overtakes: true },
    {
      note: 'an earlier link of its referee',
      told: [referred(['cat', 'bob'], 0)],
      overtakes: true,
    },
    {
      note: 'of others',
      told: [
        observed('ann', 5),
        reversed('r2', 5),
        ordered(['o2', 'bob'], ['refunded', 5]),
        referred(['cat', 'dan'], 0),
        referred(['cat', 'bob'], 0, { referralId: 'elsewhere', programmeId: 'other' }),
      ],
      overtakes: false,
    },
  ])('told between reading and keeping: $note', async ({ told, overtakes }) => {
    await ledger().append([
      ...['ann', 'bob', 'cat'].map((accountId) => observed(accountId, 0)),
      referred(['ann', 'bob'], 1),
      accrued('r1', 2, { orderId: 'o1' }),
      accrued('r2', 2, { orderId: 'o2' }),
      ordered(['o1', 'bob'], ['created', 2]),
    ]);
    const { reached = 0 } = (await ledger().read('r1', day(9))) ?? {};
    await ledger().append(told);
    const asked = { ...write(PAY), upon: { reached } };
    expect((await ledger().commit(asked)).outcome).toBe(overtakes ? 'overtaken' : 'committed');
    // Whoever reads it again keeps what he decides upon it.
    const { reached: now = 0, previous } = (await ledger().read('r1', day(9))) ?? {};
    const upon = { reached: now, ...(previous === undefined ? {} : { previous }) };
    const again = { ...write(decided('r1', 'pay', { on: 4 })), upon };
    expect((await ledger().commit(again)).outcome).toBe('committed');
  });

  test.each<{ note: string; told: readonly DomainEvent[]; overtakes: boolean }>([
    { note: 'its referee', told: [observed('bob', 5)], overtakes: true },
    { note: 'its referrer', told: [observed('ann', 5)], overtakes: true },
    { note: 'somebody else', told: [observed('cat', 5)], overtakes: false },
  ])('seen first between reading and keeping: $note', async ({ told, overtakes }) => {
    await ledger().append([referred(['ann', 'bob'], 1), accrued('r1', 2)]);
    const { reached = 0 } = (await ledger().read('r1', day(9))) ?? {};
    await ledger().append(told);
    const { outcome } = await ledger().commit({ ...write(PAY), upon: { reached } });
    expect(outcome).toBe(overtakes ? 'overtaken' : 'committed');
  });

  test('what only says again what came in between is kept, and a trigger answered before is not asked', async () => {
    await ledger().append([accrued('r1', 0)]);
    const again = decided('r1', 'review', { on: 2 });
    await ledger().commitMany([write(READ), write(again)]);
    const third = write(decided('r1', 'review', { on: 3 }));
    const upon = { previous: READ };
    expect((await ledger().commit({ ...third, upon })).outcome).toBe('committed');
    expect((await ledger().commit({ ...third, upon: {} })).outcome).toBe('existing');
  });

  test('releases of one batch share the room they were decided upon', async () => {
    await ledger().append(['r1', 'r2', 'r3'].map((rewardId) => accrued(rewardId, 0)));
    const upon: DecidedUpon = { room: [{ below: 2 }] };
    const batch = ['r1', 'r2', 'r3'].map((rewardId) => ({
      ...write(decided(rewardId, 'pay', { on: 1 })),
      upon,
    }));
    const answers = await ledger().commitMany(batch);
    expect(answers.map(({ outcome }) => outcome)).toEqual(['committed', 'committed', 'overtaken']);
    expect((await ledger().read('r3', day(0)))?.tally.last30d).toBe(2);
  });
}
