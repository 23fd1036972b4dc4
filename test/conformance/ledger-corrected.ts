import type { ReviewedLedger } from '@doubletake/ledger';
import type { Action, DomainEvent } from '@doubletake/scoring';
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

interface Row {
  readonly note: string;
  /** What was told before: the link and the accrual, unless this says otherwise. */
  readonly known?: readonly DomainEvent[];
  /** What was decided last on `r1`, of `ann` who referred `bob`. */
  readonly last?: Action;
  readonly told: readonly DomainEvent[];
  readonly isRecalled: boolean;
}

const erased = (accountId: string): DomainEvent => ({
  id: `${accountId} goes`,
  type: 'account.erased',
  at: day(1),
  accountId,
});
const again = (more: object): readonly DomainEvent[] => [
  accrued('r1', 1, { orderId: 'o1', ...more }),
];
const DEARER = again({ amount: { minor: 900_000, currency: 'EUR' } });
const EARLIER = [referred(['cat', 'bob'], 0)];
const LINK = referred(['ann', 'bob'], 1);
const ACCRUED = accrued('r1', 2, { orderId: 'o1' });
const ORDER = [ordered(['o1', 'bob'], ['created', 1])];
const BOB = [observed('bob', 0)];

const ROWS: readonly Row[] = [
  { note: 'let go, and dearer than was said', last: 'pay', told: DEARER, isRecalled: true },
  { note: 'held, and dearer', last: 'review', told: DEARER, isRecalled: true },
  { note: 'refused, and dearer', last: 'void', told: DEARER, isRecalled: false },
  { note: 'never decided, and dearer', told: DEARER, isRecalled: false },
  {
    note: 'let go, for another order',
    last: 'pay',
    told: again({ orderId: 'o2' }),
    isRecalled: true,
  },
  { note: 'let go, and said once more', last: 'pay', told: again({}), isRecalled: false },
  {
    note: 'let go, and said otherwise later: the first stands',
    last: 'pay',
    told: [accrued('r1', 4, { amount: { minor: 5, currency: 'EUR' } })],
    isRecalled: false,
  },
  {
    note: 'let go, taken back, and dearer',
    last: 'pay',
    told: [reversed('r1', 8), ...DEARER],
    isRecalled: false,
  },
  {
    note: 'let go, to whom another link came before',
    last: 'pay',
    told: EARLIER,
    isRecalled: true,
  },
  { note: 'never decided, and another link came before', told: EARLIER, isRecalled: false },
  {
    note: 'let go, and another link came after',
    last: 'pay',
    told: [referred(['cat', 'bob'], 6)],
    isRecalled: false,
  },
  {
    note: 'let go, and another link came before in another programme',
    last: 'pay',
    told: [referred(['cat', 'bob'], 0, { programmeId: 'other' })],
    isRecalled: false,
  },
  {
    note: 'let go, by somebody who is another than was said',
    last: 'pay',
    told: [referred(['cat', 'bob'], 0, { referralId: 'ann-bob' })],
    isRecalled: true,
  },
  { note: 'held, and its order is told at last', last: 'review', told: ORDER, isRecalled: true },
  { note: 'it waits, and its order is told at last', last: 'wait', told: ORDER, isRecalled: true },
  { note: 'let go, and its order is told at last', last: 'pay', told: ORDER, isRecalled: false },
  { note: 'refused, and its order is told at last', last: 'void', told: ORDER, isRecalled: false },
  { note: 'never decided, and its order is told at last', told: ORDER, isRecalled: false },
  {
    note: 'held, and its order goes on',
    known: [LINK, ACCRUED, ...ORDER],
    last: 'review',
    told: [ordered(['o1', 'bob'], ['completed', 2])],
    isRecalled: false,
  },
  {
    note: 'held, and its referral is told at last',
    known: [ACCRUED],
    last: 'review',
    told: [LINK],
    isRecalled: true,
  },
  {
    note: 'let go, and its referral is told at last',
    known: [ACCRUED],
    last: 'pay',
    told: [LINK],
    isRecalled: false,
  },
  { note: 'held, and its referee is seen at last', last: 'review', told: BOB, isRecalled: true },
  {
    note: 'it waits, and its referrer is seen at last',
    last: 'wait',
    told: [observed('ann', 0)],
    isRecalled: true,
  },
  { note: 'let go, and its referee is seen at last', last: 'pay', told: BOB, isRecalled: false },
  {
    note: 'held, and its referee is seen once more, earlier',
    known: [LINK, ACCRUED, observed('bob', 1)],
    last: 'review',
    told: BOB,
    isRecalled: false,
  },
  {
    note: 'held, and somebody else is seen',
    last: 'review',
    told: [observed('cat', 0)],
    isRecalled: false,
  },
  {
    note: 'held, taken back, and its referee is seen at last',
    last: 'review',
    told: [reversed('r1', 8), ...BOB],
    isRecalled: false,
  },
  {
    note: 'held, and its referee is seen at last and erased at once',
    last: 'review',
    told: [...BOB, erased('ann'), erased('bob')],
    isRecalled: false,
  },
];

/** What every ledger promises of what is told otherwise after it was decided upon. */
export function correcting(ledger: () => ReviewedLedger): void {
  test.each(ROWS)('corrected: $note', async ({ known, last, told, isRecalled }) => {
    await ledger().append(known ?? [LINK, ACCRUED]);
    if (last !== undefined) await ledger().commit(write(decided('r1', last, { on: 3 })));
    await ledger().append(told);
    const { id = '', at = 0 } = told.at(-1) ?? {};
    const { reward } = (await ledger().read('r1', day(9))) ?? {};
    const trigger = `corrected:${JSON.stringify([id, 'r1'])}`;
    const call = { rewardId: 'r1', at: Math.max(at, reward?.accruedAt ?? 0), trigger };
    const timers = isRecalled ? [call] : [];
    expect(await ledger().timers(day(80), 10)).toEqual(timers);
    if (!isRecalled) return;
    // What happens to the reward next does not forget it, what was told is told once; the screening that answers it does.
    await ledger().append([...told, labelled('r1', 'honest', 10)]);
    expect(await ledger().timers(day(80), 10)).toEqual(timers);
    await ledger().commit({ ...write(decided('r1', 'claw_back', { on: 11 })), trigger });
    expect(await ledger().timers(day(80), 10)).toEqual([]);
  });

  test('what is owed a screening anyway is not called for twice, unless it is owed later', async () => {
    await ledger().append([LINK, ACCRUED]);
    await ledger().commit(write(decided('r1', 'wait', { on: 3, until: 20 })));
    const calls = async () => (await ledger().timers(day(19), 10)).map(({ trigger }) => trigger);
    await ledger().append(BOB);
    await ledger().append([...ORDER, observed('ann', 5)]);
    await ledger().append(DEARER);
    expect(await calls()).toEqual([`corrected:${JSON.stringify([BOB[0]?.id, 'r1'])}`]);
  });
}
