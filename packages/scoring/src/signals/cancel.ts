import { missing } from '../evidence/observation.ts';
import type { Signal } from './signal.ts';

/** Whether the order was cancelled, refunded or charged back. */
export const cancel: Signal = {
  name: 'cancel',
  observe: ({ record: { order } }) => {
    if (!order) return missing('no order');
    return { kind: 'table', level: order.undoneAt === undefined ? 'no' : 'yes' };
  },
};
