import type { Programme, ReviewCase, ScreeningRecord } from '@doubletake/scoring';
import { CASE_STATE_WORDS } from './case-state.ts';
import { shownMoney } from './money.ts';

/** What hangs on the case: who gets how much for what, and what they had before. */
export function shownStake(
  held: ReviewCase,
  record: ScreeningRecord | undefined,
  programme: Programme | undefined,
): readonly { readonly name: string; readonly value: string }[] {
  const { reward, order, tally } = record ?? {};
  const spent = order?.amount && shownMoney(order.amount);
  return [
    { name: 'Programme', value: programme?.name ?? held.programmeId },
    {
      name: 'Reward',
      value: `${shownMoney(held.amount)}${reward === undefined ? '' : ` ${reward.kind} to the ${reward.side}`}`,
    },
    { name: 'Beneficiary', value: held.beneficiaryId },
    ...(order === undefined
      ? []
      : [{ name: 'Order', value: [order.status, spent].filter(Boolean).join(', ') }]),
    ...(tally === undefined
      ? []
      : [
          {
            name: 'Rewarded before',
            value:
              tally.lifetime === 0
                ? 'never'
                : `${times(tally.lifetime)}, ${times(tally.last30d)} in 30 days`,
          },
        ]),
    { name: 'State', value: CASE_STATE_WORDS[held.state].text },
  ];
}

const times = (count: number): string =>
  count === 0 ? 'never' : count === 1 ? 'once' : `${count} times`;
