import { HOUR } from '@doubletake/scoring';

/** Hours within which a programme promises an answer when it does not say. */
const ANSWER_HOURS = 48;

/** The same in milliseconds, by the programme's own number of hours. */
export function answerWithin(hours: unknown): number {
  return (typeof hours === 'number' ? hours : ANSWER_HOURS) * HOUR;
}

/** Who acts on a case when no person does: time, and what is found when a conclusion is carried out. */
export const CLOCKWORK = 'doubletake';
