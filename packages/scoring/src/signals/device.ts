import { deviceKind, type Device } from '@doubletake/identity';
import type { SightedDevice } from '../state/profile.ts';
import { observeLadder, type Ladder } from './ladder.ts';
import type { Signal } from './signal.ts';

/** One ladder for one physical fact: browser profile, then visitor id, then hardware. Never three signals. */
export const DEVICE_LADDER: Ladder<Device, SightedDevice> = {
  compare: deviceKind.compare,
  rungs: [
    { level: 'installation', key: 'installation' },
    { level: 'visitor', key: 'visitor' },
    { level: 'hardware', key: 'hardware' },
  ],
};

/** Both were seen on one device. */
export const device: Signal = {
  name: 'device',
  observe: (scene) =>
    observeLadder(scene, DEVICE_LADDER, {
      referrer: scene.referrer.identities.device,
      referee: scene.referee.identities.device,
    }),
};
