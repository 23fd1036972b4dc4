import { paymentKind } from '@doubletake/identity';
import { observeLadder } from './ladder.ts';
import type { Signal } from './signal.ts';

/** Both pay with one instrument. */
export const payment: Signal = {
  name: 'payment',
  observe: observeLadder({
    of: (identities) => identities.payment,
    compare: paymentKind.compare,
    rungs: [
      { level: 'exact', key: 'payment' },
      { level: 'likely', key: 'payment' },
    ],
  }),
};
