import { goTo, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { casePath } from './on-case.ts';

/** Takes the next case in hand and opens it. */
export async function claimNext(asked: SignedIn): Promise<Answer> {
  const { to, notice } = await nextCase(asked);
  return goTo(to, notice);
}

/** Where to go on. */
export interface Next {
  readonly to: string;
  readonly notice?: string;
}

/** The next case, taken in hand; where nobody's is left the first in one's own hands, and then the queue. */
export async function nextCase({ house, user, at }: SignedIn): Promise<Next> {
  const { desk } = house.cases;
  const { userId } = user;
  const claimed = await desk.claimNext({ by: userId, at });
  if (claimed !== undefined) return { to: casePath(claimed.caseId) };
  const filter = { states: ['open'], leasedBy: userId } as const;
  const [own] = (await desk.page({ filter, limit: 1 })).cases;
  return own === undefined
    ? { to: '/queue', notice: 'That was the last one.' }
    : { to: casePath(own.case.caseId), notice: 'Nothing else is free. This one is in your hands.' };
}
