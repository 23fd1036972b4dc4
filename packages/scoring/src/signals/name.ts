import { nameKind, type PersonName } from '@doubletake/identity';
import type { Sighted } from '../state/profile.ts';
import { observeLadder, type Ladder } from './ladder.ts';
import type { Signal } from './signal.ts';

const LADDER: Ladder<PersonName, Sighted<unknown>> = {
  compare: nameKind.compare,
  rungs: [
    { level: 'full', key: 'name' },
    { level: 'surname', key: 'surname' },
  ],
  // An initial fits many given names; what it surely shares is the family name.
  refine: (level) => (level === 'initial' ? 'surname' : level),
};

/** Same full name, or same family name. */
export const name: Signal = {
  name: 'name',
  observe: (scene) =>
    observeLadder(scene, LADDER, {
      referrer: scene.referrer.identities.name,
      referee: scene.referee.identities.name,
    }),
};
