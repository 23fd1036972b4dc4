import { IDENTIFIER_KINDS } from '@doubletake/scoring';
import { REVEAL_REASONS } from '../access/reveals.ts';
import type { SignedIn } from '../asked.ts';
import type { RevealForm } from '../models/accounts.ts';
import { may } from '../permissions.ts';
import { signalName } from './signal.ts';

/** The form that reveals, for those who may. */
export function revealForm(
  { user }: SignedIn,
  on: Pick<RevealForm, 'action' | 'back' | 'whose'>,
): RevealForm | undefined {
  if (!may(user.role, 'identifiers.reveal')) return undefined;
  return {
    ...on,
    kinds: [
      { value: 'all', label: 'everything' },
      ...IDENTIFIER_KINDS.map((kind) => ({ value: kind, label: signalName(kind) })),
    ],
    reasons: Object.entries(REVEAL_REASONS).map(([value, label]) => ({ value, label })),
  };
}
