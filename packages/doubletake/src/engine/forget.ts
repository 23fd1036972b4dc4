import { forgetTexts, MINUTE } from '@doubletake/scoring';
import type { EngineParts } from './parts.ts';

/** How long a process may remember somebody whom another one erased, in milliseconds. */
export const REMEMBERED: number = 10 * MINUTE;

/** Lets this process go of everything it remembers of anybody, so that it is read anew where it is still kept. */
export function forgetPeople({ ledger }: Pick<EngineParts, 'ledger'>): void {
  ledger.upkeep.closeProfiles();
  forgetTexts();
}
