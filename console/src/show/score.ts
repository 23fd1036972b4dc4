import type { ShownScore } from '../models/case-parts.ts';
import { suspicionTone } from './suspicion.ts';

/** A score with the shade its height deserves. */
export function shownScore(score: number): ShownScore {
  return { value: score, text: score.toFixed(1), tone: suspicionTone(score) ?? 'good' };
}
