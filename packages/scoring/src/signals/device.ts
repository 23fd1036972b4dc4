import { deviceKind } from '@doubletake/identity';
import { observeLadder } from './ladder.ts';
import type { Signal } from './signal.ts';

/** Both were seen on one device: one ladder for one physical fact, browser profile, visitor id, hardware. Never three signals. */
export const device: Signal = {
  name: 'device',
  observe: observeLadder({
    of: (identities) => identities.device,
    compare: deviceKind.compare,
    rungs: [
      { level: 'installation', key: 'installation' },
      { level: 'visitor', key: 'visitor' },
      { level: 'hardware', key: 'hardware' },
    ],
  }),
};
