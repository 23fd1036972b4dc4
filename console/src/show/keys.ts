import type { SignedIn } from '../asked.ts';
import type { FormProblems } from '../form.ts';
import type { ShownKey } from '../models/access.ts';
import { SHORTCUTS } from '../shortcuts.ts';

/** Every key with what it does and where this person has it; after a mistake, what they typed. */
export function shownKeys(
  { user, form }: Pick<SignedIn, 'user' | 'form'>,
  problems: FormProblems,
): readonly ShownKey[] {
  const mistaken = problems['keys'] !== undefined;
  return SHORTCUTS.map(({ id, key, does }) => {
    const typed = mistaken ? form[id] : undefined;
    const own = typeof typed === 'string' ? typed : (user.settings.keys?.[id] ?? key);
    return { id, key, does, own, problem: mistaken ? problems[id] : undefined };
  });
}
