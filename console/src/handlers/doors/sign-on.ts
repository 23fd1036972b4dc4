import { safePath } from '../../access/safe-path.ts';
import { refuse, type Answer } from '../../answer.ts';
import type { Asked } from '../../asked.ts';

/** Sends the browser to the identity provider. */
export async function signOn({ house, query, at }: Asked): Promise<Answer> {
  if (house.singleSignOn === undefined) return refuse(404);
  const { url, signingOn } = await house.singleSignOn.begin(safePath(query['next']));
  return { redirect: url, session: { begin: { signingOn, beganAt: at } } };
}
