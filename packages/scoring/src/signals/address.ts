import { addressKind } from '@doubletake/identity';
import { observeLadder } from './ladder.ts';
import type { Signal } from './signal.ts';

/** Same home, or same building with the unit missing or different. */
export const address: Signal = {
  name: 'address',
  observe: (scene) =>
    observeLadder(
      scene,
      {
        ...addressKind,
        rungs: [
          { level: 'exact', key: 'address' },
          { level: 'building', key: 'building' },
        ],
      },
      { referrer: scene.referrer.identities.address, referee: scene.referee.identities.address },
    ),
};
