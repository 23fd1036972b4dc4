import { deviceKind } from '@doubletake/identity';
import { missing } from '../evidence/observation.ts';
import { MINUTE } from '../instant.ts';
import type { Signal } from './signal.ts';

/** A person who leaves one account and enters the other does it within this time. */
const TURN = 30 * MINUTE;

/** Whether the two accounts took turns on a device they share; only asked when they share one. */
export const interleave: Signal = {
  name: 'interleave',
  observe: ({ referrer, referee }) => {
    let shared = false;
    for (const left of referrer.identities.device)
      for (const right of referee.identities.device) {
        const { level } = deviceKind.compare(left.value, right.value);
        if (level !== 'installation' && level !== 'visitor') continue;
        shared = true;
        const turns = left.seen.sightings.some((a) =>
          right.seen.sightings.some((b) => Math.abs(a - b) < TURN),
        );
        if (turns) return { kind: 'table', level: 'yes' };
      }
    return shared ? { kind: 'table', level: 'no' } : missing('no shared device');
  },
};
