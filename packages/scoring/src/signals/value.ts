import { missing } from '../evidence/observation.ts';
import type { Signal } from './signal.ts';

/** Whether the order is among the cheapest 15 % of its market. */
export const value: Signal = {
  name: 'value',
  observe: ({ record: { order, lowOrderMinor } }) => {
    if (!order?.amount || lowOrderMinor === undefined) return missing('no market to compare with');
    return { kind: 'table', level: order.amount.minor <= lowOrderMinor ? 'low' : 'usual' };
  },
};
