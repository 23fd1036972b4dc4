import { emailKind, type Email } from '@doubletake/identity';
import type { Sighted } from '../state/profile.ts';
import { observeLadder, type Ladder } from './ladder.ts';
import type { Signal } from './signal.ts';

const LADDER: Ladder<Email, Sighted<unknown>> = {
  compare: emailKind.compare,
  rungs: [
    { level: 'exact', key: 'email' },
    { level: 'probable', key: 'email' },
    { level: 'lookalike', key: 'email' },
    { level: 'base', key: 'email.base' },
    { level: 'domain', key: 'email.domain' },
  ],
  // A slip in the domain is one mailbox as probably as a tag is.
  refine: (level) => (level === 'typo' ? 'probable' : level),
};

/** One mailbox under two spellings, one local part with other digits, or one private domain. */
export const email: Signal = {
  name: 'email',
  observe: (scene) =>
    observeLadder(scene, LADDER, {
      referrer: scene.referrer.identities.email,
      referee: scene.referee.identities.email,
    }),
};
