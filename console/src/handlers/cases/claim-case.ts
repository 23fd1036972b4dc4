import type { Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { onCase } from './on-case.ts';

/** Takes the case in hand for a quarter of an hour; whoever has it keeps it as much longer. */
export function claimCase(asked: SignedIn): Promise<Answer> {
  return onCase(asked, { do: 'claim' }, { notice: 'It is in your hands for 15 minutes.' });
}
