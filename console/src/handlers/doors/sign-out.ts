import { audited } from '../../access/audited.ts';
import type { Answer } from '../../answer.ts';
import type { Asked } from '../../asked.ts';

/** Ends the session, and what the browser kept of it (ASVS 5.0 §14.3.1). */
export async function signOut(asked: Asked): Promise<Answer> {
  const { user } = asked;
  if (user !== undefined)
    await audited(asked, { action: 'session.sign_out', subject: `user:${user.userId}` });
  return {
    redirect: '/sign-in',
    session: { end: true },
    headers: { 'clear-site-data': '"cache", "storage"' },
  };
}
