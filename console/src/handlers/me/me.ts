import { page, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import type { FormProblems } from '../../form.ts';
import { shownKeys } from '../../show/keys.ts';
import { shownSessions } from '../../show/session.ts';
import { secondFactorOf } from '../../show/user.ts';
import { zones } from '../../show/zones.ts';

/** One's own account: settings, password, second factor, sessions. */
export function me(asked: SignedIn): Promise<Answer> {
  return mePage(asked, {});
}

/** The page with what was wrong with one of its forms. */
export async function mePage(asked: SignedIn, problems: FormProblems): Promise<Answer> {
  const { house, user, at, sessionId } = asked;
  const { settings } = user;
  const sessions = await house.access.sessionsOf(user.userId, at);
  const model = {
    title: 'Me',
    name: user.name,
    role: user.role,
    secondFactor: secondFactorOf(user),
    mayRemoveFactor: house.secondFactor === 'optional',
    recoveryCodes: user.recoveryCodes.length,
    hasPassword: user.password !== undefined,
    settings,
    keys: shownKeys(asked, problems),
    zones: zones(settings.zone),
    sessions: shownSessions(sessions, { zone: settings.zone, current: sessionId }),
    problems,
  };
  return page('me', model, Object.keys(problems).length === 0 ? 200 : 422);
}
