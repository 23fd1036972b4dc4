import { deviceKind } from '@doubletake/identity';
import { missing, type Observation } from '../evidence/observation.ts';
import { MINUTE } from '../instant.ts';
import type { Identities } from '../pair/identities.ts';
import { memoPair } from '../pair/memo.ts';
import type { Signal } from './signal.ts';

/** A person who leaves one account and enters the other does it within this time. */
const TURN = 30 * MINUTE;

type Devices = Identities['device'];

const turns = memoPair((referrer: Devices, referee: Devices): Observation => {
  let shared = false;
  for (const left of referrer)
    for (const right of referee) {
      const { level } = deviceKind.compare(left.value, right.value);
      if (level !== 'installation' && level !== 'visitor') continue;
      shared = true;
      const taken = left.seen.sightings.some((a) =>
        right.seen.sightings.some((b) => Math.abs(a - b) < TURN),
      );
      if (taken) return { kind: 'table', level: 'yes' };
    }
  return shared ? { kind: 'table', level: 'no' } : missing('no shared device');
});

/** Whether the two accounts took turns on a device they share; only asked when they share one. */
export const interleave: Signal = {
  name: 'interleave',
  observe: ({ referrer, referee }) => turns(referrer.identities.device, referee.identities.device),
};
