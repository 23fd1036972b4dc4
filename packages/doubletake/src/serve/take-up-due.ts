import type { Engine } from '@doubletake/scoring';
import { heartbeat } from './heartbeat.ts';

/**
 * Takes up what falls due, each second. Gives what ends that, after the round under way: what is still owed then is taken up
 * by whichever process wakes next.
 */
export function takeUpDue(
  engine: Pick<Engine, 'wake'>,
  onFailure: (error: unknown) => void,
): () => Promise<void> {
  return heartbeat((signal) => engine.wake({ told: () => signal.throwIfAborted() }), onFailure);
}
