import { goTo, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { keyProblems, SHORTCUTS } from '../../shortcuts.ts';
import { mePage } from './me.ts';

/** Puts the keys where this person wants them, or back where they were. */
export async function chooseKeys(asked: SignedIn): Promise<Answer> {
  const { form, user, house } = asked;
  const { keys: _, ...before } = user.settings;
  const reset = form['reset'] === 'yes';
  const chosen = new Map(
    SHORTCUTS.flatMap(({ id, key }) => {
      const own = form[id];
      return reset || typeof own !== 'string' || own === key ? [] : [[id, own] as const];
    }),
  );
  const problems = keyProblems(chosen);
  if (Object.keys(problems).length > 0)
    return mePage(asked, { keys: 'No key changed.', ...problems });
  const settings = chosen.size === 0 ? before : { ...before, keys: Object.fromEntries(chosen) };
  await house.access.changeUser(user.userId, { settings });
  return goTo('/me', reset ? 'The keys are where they were.' : 'Saved.');
}
