import type { Observation } from '../evidence/observation.ts';
import type { Scene } from '../pair/pair.ts';

/** One comparison of the pair, or one fact about its surroundings. One file each; `index.ts` is the table. */
export interface Signal {
  /** The model's name for it. */
  readonly name: string;
  readonly observe: (scene: Scene) => Observation;
}
