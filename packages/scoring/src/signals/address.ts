import { addressKind, type Address } from '@doubletake/identity';
import type { Sighted } from '../state/profile.ts';
import { observeLadder, type Ladder } from './ladder.ts';
import type { Signal } from './signal.ts';

const LADDER: Ladder<Address, Sighted<unknown>> = {
  compare: addressKind.compare,
  rungs: [
    { level: 'exact', key: 'address' },
    { level: 'building', key: 'building' },
  ],
};

/** Same home, or same building with the unit missing or different. */
export const address: Signal = {
  name: 'address',
  observe: (scene) =>
    observeLadder(scene, LADDER, {
      referrer: scene.referrer.identities.address,
      referee: scene.referee.identities.address,
    }),
};
