import { HOUR } from '@doubletake/scoring';
import type { Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { onCase } from './on-case.ts';

/** Takes the case in hand for a quarter of an hour, or an hour; whoever has it keeps it as much longer. */
export function claimCase(asked: SignedIn): Promise<Answer> {
  const long = asked.form['claim'] === '60';
  return onCase(
    asked,
    { do: 'claim', ...(long ? { leaseFor: HOUR } : {}) },
    { notice: `It is in your hands for ${long ? 'an hour' : '15 minutes'}.` },
  );
}
