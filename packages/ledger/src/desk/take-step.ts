import type { CaseCommand, ReviewCase, Conclusion } from '@doubletake/scoring';
import { DECIDING } from './deciding.ts';
import { LEASING } from './leasing.ts';
import { SHELVING } from './shelving.ts';
import type { Act, Doing, Stepped, Steps } from './step.ts';

/** Every act and what it does to a case. */
const STEPS: Steps<Act> = { ...LEASING, ...SHELVING, ...DECIDING };

/** What a command does to the case it names; `given` is the conclusion its command id gave before. */
export function takeStep(
  held: ReviewCase | undefined,
  command: CaseCommand,
  given: Conclusion | undefined,
): Stepped {
  if (held === undefined) return 'case_unknown';
  if (given === undefined || (command.do !== 'conclude' && command.do !== 'opine'))
    return dispatch(held, command);
  return isSame(given, command) ? 'repeated' : 'command_conflict';
}

function dispatch<A extends Act>(
  held: ReviewCase,
  command: Doing<A> & { readonly do: A },
): Stepped {
  return STEPS[command.do](held, command);
}

function isSame(given: Conclusion, command: Doing<'conclude' | 'opine'>): boolean {
  const { caseId, by, label } = command;
  const outcome = command.do === 'conclude' ? command.outcome : undefined;
  return (
    given.caseId === caseId && given.by === by && given.label === label && given.outcome === outcome
  );
}
