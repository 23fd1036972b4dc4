import type { Claim, DecisionWrite, DomainEvent, Ledger } from '@doubletake/scoring';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accrued, day, decided, paid, reversed, write } from './ledger-values.ts';
import type { MakeLedger } from './ledger.ts';

/** What is told or decided, one after the other. */
type Told = DomainEvent | DecisionWrite;

interface Row {
  readonly note: string;
  readonly told: readonly Told[];
  /** Who holds the referrer's side of `o1`, and since when. */
  readonly holds: readonly [string, number] | undefined;
}

const takes = (rewardId: string, on: number): DecisionWrite =>
  write(decided(rewardId, 'pay', { on }), ['take', 'o1']);
const clawsBack = (rewardId: string, on: number): DecisionWrite =>
  write(decided(rewardId, 'claw_back', { on }));

/** `r1` and `r2` are rewards of one side of `o1`. */
const ROWS: readonly Row[] = [
  { note: 'accrued alone', told: [], holds: undefined },
  { note: 'paid by nobody’s decision', told: [paid('r1', 5)], holds: ['r1', 5] },
  { note: 'let go, then paid', told: [takes('r1', 4), paid('r1', 5)], holds: ['r1', 4] },
  { note: 'let go, then voided', told: [takes('r1', 4), reversed('r1', 5)], holds: undefined },
  {
    note: 'paid, then taken back',
    told: [takes('r1', 4), paid('r1', 5), reversed('r1', 6)],
    holds: undefined,
  },
  {
    note: 'taken back, then paid again',
    told: [takes('r1', 4), paid('r1', 5), reversed('r1', 6), paid('r1', 7)],
    holds: ['r1', 7],
  },
  {
    note: 'clawed back, and the money still out',
    told: [takes('r1', 4), paid('r1', 5), clawsBack('r1', 6), reversed('r2', 7)],
    holds: ['r1', 4],
  },
  {
    note: 'clawed back, and taken back',
    told: [takes('r1', 4), paid('r1', 5), clawsBack('r1', 6), reversed('r1', 7)],
    holds: undefined,
  },
  {
    note: 'both paid by nobody’s decision: the first',
    told: [paid('r2', 5), paid('r1', 6)],
    holds: ['r2', 5],
  },
  {
    note: 'both paid at once: the smaller id',
    told: [paid('r2', 5), paid('r1', 5)],
    holds: ['r1', 5],
  },
  {
    note: 'paid before another was let go, but told after it',
    told: [takes('r1', 6), paid('r2', 5)],
    holds: ['r1', 6],
  },
  {
    note: 'one of two that are out is taken back: the other has it',
    told: [takes('r1', 4), paid('r2', 5), reversed('r1', 6)],
    holds: ['r2', 5],
  },
  {
    note: 'let go without the claim, as where a programme only observes: it has it once it is free',
    told: [takes('r1', 4), write(decided('r2', 'pay', { on: 5 })), reversed('r1', 6)],
    holds: ['r2', 5],
  },
  {
    note: 'held, and paid all the same',
    told: [write(decided('r1', 'review', { on: 4 })), paid('r1', 5)],
    holds: ['r1', 5],
  },
  {
    note: 'paid by the clock of a payout service that is behind',
    told: [paid('r1', 2)],
    holds: ['r1', 2],
  },
  {
    note: 'let go, then taken back by a clock that is behind',
    told: [takes('r1', 4), reversed('r1', 2)],
    holds: undefined,
  },
  {
    note: 'the order it was paid for turns out to be another',
    told: [takes('r1', 4), paid('r1', 5), accrued('r1', 2, { orderId: 'o2' })],
    holds: undefined,
  },
  {
    note: 'the side it was paid for turns out to be this one',
    told: [paid('r3', 5), accrued('r3', 2, { orderId: 'o1' })],
    holds: ['r3', 5],
  },
];

const STANDING: readonly DomainEvent[] = [
  accrued('r1', 3, { orderId: 'o1' }),
  accrued('r2', 3, { orderId: 'o1', side: 'partner' }),
  accrued('r3', 3, { orderId: 'o1', side: 'referee' }),
];

const isEvent = (told: Told): told is DomainEvent => 'type' in told;

async function take(ledger: Ledger, told: Told): Promise<void> {
  if (isEvent(told)) await ledger.append([told]);
  else expect(await ledger.commit(told)).toMatchObject({ outcome: 'committed' });
}

const claimOn = async (ledger: Ledger, rewardId = 'r1'): Promise<Claim | undefined> =>
  (await ledger.read(rewardId, day(30)))?.claim;

/** What every ledger promises of the claim on a side of an order: it stands where money is or goes out. */
export function claiming(make: MakeLedger): void {
  test.each(ROWS)('claim: $note', async ({ told, holds }) => {
    const ledger = await make();
    await ledger.append(STANDING);
    for (const each of told) await take(ledger, each);
    const [rewardId, on] = holds ?? [];
    const claim = on && { orderId: 'o1', side: 'referrer', rewardId, at: day(on) };
    expect(await claimOn(ledger, 'r2')).toEqual(claim);
  });

  test('claim: whatever order a payout service tells in, and however much at once', async () => {
    const events = [
      ...STANDING,
      paid('r1', 5),
      paid('r2', 4),
      reversed('r2', 6),
      paid('r2', 8),
      paid('r3', 9),
      accrued('r3', 2, { orderId: 'o1' }),
    ];
    const shuffled = fc.shuffledSubarray(events, { minLength: events.length });
    const cut = fc.integer({ min: 0, max: events.length });
    await fc.assert(
      fc.asyncProperty(shuffled, cut, async (told, at) => {
        const ledger = await make();
        await ledger.append(told.slice(0, at));
        for (const event of told.slice(at)) await ledger.append([event]);
        expect(await claimOn(ledger)).toEqual({
          orderId: 'o1',
          side: 'referrer',
          rewardId: 'r1',
          at: day(5),
        });
      }),
      { numRuns: 5 },
    );
  });
}
