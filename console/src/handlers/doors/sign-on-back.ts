import type { User } from '@doubletake/scoring';
import { audited } from '../../access/audited.ts';
import { beginSession } from '../../access/begin-session.ts';
import { newUser } from '../../access/new-user.ts';
import type { Identity } from '../../access/single-sign-on.ts';
import { refuse, type Answer } from '../../answer.ts';
import type { Asked } from '../../asked.ts';
import { signInPage } from './sign-in-form.ts';

/** The browser comes back from the identity provider, which knows who they are and what they may do. */
export async function signOnBack(asked: Asked): Promise<Answer> {
  const { house, session, url } = asked;
  const { singleSignOn } = house;
  if (singleSignOn === undefined) return refuse(404);
  const failed = (problem: string) => signInPage(asked, { next: '/', problem, status: 422 });
  if (session.signingOn === undefined) return failed('That sign-in has expired. Start again.');
  const identity = await singleSignOn.complete(new URL(url, house.origin), session.signingOn);
  const user = identity && (await admitted(asked, identity));
  if (user !== undefined) return beginSession(asked, user, session.signingOn.next);
  const details = { factor: 'single_sign_on' };
  await audited(asked, { action: 'session.refuse', subject: 'user:unknown', details });
  return failed('You may not come in this way. Ask an administrator.');
}

/** The user of an identity, made on their first visit and given the role their groups now say. */
async function admitted(asked: Asked, identity: Identity): Promise<User | undefined> {
  const { access } = asked.house;
  const { subject, name, role } = identity;
  if (role === undefined) return undefined;
  const known = await access.userOf(subject);
  if (known === undefined) {
    const user: User = { ...newUser(asked, { name, role }), subject };
    if (!(await access.addUser(user))) return undefined;
    await audited(asked, { action: 'user.add', subject: `user:${user.userId}`, details: { role } });
    return user;
  }
  if (known.disabledAt !== undefined) return undefined;
  if (known.role === role) return known;
  const changed = await access.changeUser(known.userId, { role });
  if (changed !== 'changed') return undefined;
  await audited(asked, { action: 'user.role', subject: `user:${known.userId}`, details: { role } });
  return { ...known, role };
}
