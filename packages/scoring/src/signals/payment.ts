import { paymentKind, type Payment } from '@doubletake/identity';
import type { Sighted } from '../state/profile.ts';
import { observeLadder, type Ladder } from './ladder.ts';
import type { Signal } from './signal.ts';

const LADDER: Ladder<Payment, Sighted<unknown>> = {
  compare: paymentKind.compare,
  rungs: [
    { level: 'exact', key: 'payment' },
    { level: 'likely', key: 'payment' },
  ],
};

/** Both pay with one instrument. */
export const payment: Signal = {
  name: 'payment',
  observe: (scene) =>
    observeLadder(scene, LADDER, {
      referrer: scene.referrer.identities.payment,
      referee: scene.referee.identities.payment,
    }),
};
