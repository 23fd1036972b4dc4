import { nameKind } from '@doubletake/identity';
import { observeLadder } from './ladder.ts';
import type { Signal } from './signal.ts';

/** Same full name, or same family name. */
export const name: Signal = {
  name: 'name',
  observe: observeLadder({
    of: (identities) => identities.name,
    compare: nameKind.compare,
    rungs: [
      { level: 'full', key: 'name' },
      { level: 'surname', key: 'surname' },
    ],
    // An initial fits many given names; what it surely shares is the family name.
    refine: (level) => (level === 'initial' ? 'surname' : level),
  }),
};
