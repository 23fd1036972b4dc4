import { paymentKind } from '@doubletake/identity';
import { observeLadder } from './ladder.ts';
import type { Signal } from './signal.ts';

/** Both pay with one instrument. */
export const payment: Signal = {
  name: 'payment',
  observe: (scene) =>
    observeLadder(
      scene,
      {
        ...paymentKind,
        rungs: [
          { level: 'exact', key: 'payment' },
          { level: 'likely', key: 'payment' },
        ],
      },
      { referrer: scene.referrer.identities.payment, referee: scene.referee.identities.payment },
    ),
};
