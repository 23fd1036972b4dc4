import type { ShownScore } from '../models/case-parts.ts';

/** A score with the shade its height deserves. */
export function shownScore(score: number): ShownScore {
  const tone = score >= 70 ? 'bad' : score >= 30 ? 'fair' : 'good';
  return { value: score, text: score.toFixed(1), tone };
}
