import { audited } from '../../access/audited.ts';
import { goTo, refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';

/** Ends one of one's own sessions. */
export async function endOwnSession(asked: SignedIn): Promise<Answer> {
  const { house, user, params, at } = asked;
  const own = await house.access.sessionsOf(user.userId, at);
  const session = own.find(({ sessionId }) => sessionId === params['sessionId']);
  if (session === undefined) return refuse(404);
  await house.access.endSession(session.sessionId);
  await audited(asked, { action: 'session.end', subject: `user:${user.userId}` });
  return goTo('/me', 'That session has ended.');
}

/** Ends all of one's sessions but this one. */
export async function endOtherSessions(asked: SignedIn): Promise<Answer> {
  const { house, user, sessionId } = asked;
  await house.access.endSessions(user.userId, sessionId);
  await audited(asked, { action: 'session.end', subject: `user:${user.userId}` });
  return goTo('/me', 'You are signed out everywhere else.');
}
