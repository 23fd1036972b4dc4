import { HOUR, MINUTE } from '@doubletake/scoring';

/** How long a case stays in somebody's hands, in milliseconds: 15 minutes. */
export const LEASE: number = 15 * MINUTE;

/** How long what was concluded can be taken back: 10 seconds. */
export const UNDO_WINDOW = 10_000;

/** Hours within which a programme promises an answer when it does not say. */
const ANSWER_HOURS = 48;

/** The same in milliseconds, by the programme's own number of hours. */
export function answerWithin(hours: unknown): number {
  return (typeof hours === 'number' ? hours : ANSWER_HOURS) * HOUR;
}

/** Who acts when time does. */
export const CLOCKWORK = 'doubletake';
