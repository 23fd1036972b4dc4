import { emailKind } from '@doubletake/identity';
import { observeLadder } from './ladder.ts';
import type { Signal } from './signal.ts';

/** One mailbox under two spellings, one local part with other digits, or one private domain. */
export const email: Signal = {
  name: 'email',
  observe: observeLadder({
    of: (identities) => identities.email,
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
  }),
};
