import { addressKind } from '@doubletake/identity';
import { observeLadder } from './ladder.ts';
import type { Signal } from './signal.ts';

/** Same home, or same building with the unit missing or different. */
export const address: Signal = {
  name: 'address',
  observe: observeLadder({
    of: (identities) => identities.address,
    compare: addressKind.compare,
    rungs: [
      { level: 'exact', key: 'address' },
      { level: 'building', key: 'building' },
    ],
  }),
};
