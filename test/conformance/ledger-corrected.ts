import type { ReviewedLedger } from '@doubletake/ledger';
import type { Action, DomainEvent } from '@doubletake/scoring';
import { expect, test } from 'vitest';
import { accrued, day, decided, labelled, referred, reversed, write } from './ledger-values.ts';

interface Row {
  readonly note: string;
  /** What was decided last on `r1`, of `ann` who referred `bob`. */
  readonly last?: Action;
  readonly told: readonly DomainEvent[];
  readonly isRecalled: boolean;
}

const again = (more: object): readonly DomainEvent[] => [
  accrued('r1', 1, { orderId: 'o1', ...more }),
];
const DEARER = again({ amount: { minor: 900_000, currency: 'EUR' } });
const EARLIER = [referred(['cat', 'bob'], 0)];

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
];

/** What every ledger promises of what is told otherwise after it was decided upon. */
export function correcting(ledger: () => ReviewedLedger): void {
  test.each(ROWS)('corrected: $note', async ({ last, told, isRecalled }) => {
    await ledger().append([referred(['ann', 'bob'], 1), accrued('r1', 2, { orderId: 'o1' })]);
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
}
