import { goTo, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { casePath } from './on-case.ts';

/** Takes the next case in hand and opens it. */
export async function claimNext(asked: SignedIn): Promise<Answer> {
  return goTo(await nextCase(asked));
}

/** Where the next case is, taken in hand; the queue when none is left. */
export async function nextCase({ house, user, at }: SignedIn): Promise<string> {
  const held = await house.cases.desk.claimNext({ by: user.userId, at });
  return held === undefined ? '/queue' : casePath(held.caseId);
}
