import type { User } from '@doubletake/scoring';
import type { Answer } from '../answer.ts';
import type { Asked } from '../asked.ts';
import { audited } from './audited.ts';

/** Signs somebody in who has proved who they are, and sweeps up behind those who left. */
export async function beginSession(asked: Asked, user: User, next: string): Promise<Answer> {
  const { house, at, agent } = asked;
  const { userId } = user;
  await audited(asked, { action: 'session.sign_in', subject: `user:${userId}`, actor: userId });
  await house.access.sweep(at);
  return { redirect: next, session: { begin: { userId, beganAt: at, agent } } };
}
