import type { Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { onCase } from './on-case.ts';

/** Ends a snooze early. */
export function resumeCase(asked: SignedIn): Promise<Answer> {
  return onCase(asked, { do: 'resume' }, { notice: 'It is open again.' });
}
