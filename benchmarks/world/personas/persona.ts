import type { Account } from '../accounts.ts';
import { guestBefore } from '../population.ts';
import type { Programme } from '../programmes.ts';
import type { Intent } from '../referrals.ts';
import type { Instant } from '../time.ts';
import type { World } from '../world.ts';

/** One way people refer. */
export interface Persona extends Intent {
  /** Part of all honest, or of all abusive, referrals it accounts for. */
  readonly share: number;
  /** Programmes it turns up in. */
  readonly programmes: readonly (readonly [Programme, number])[];
  /** Plays it once: one referrer with everybody they bring, about `wanted` referees. Returns how many. */
  play(world: World, scene: Scene): number;
}

/** Where and how big one play of a persona is. */
export interface Scene {
  readonly programme: Programme;
  readonly wanted: number;
  readonly intent: Intent;
}

/** A number of referees between `least` and `most`, near to what the scene still wants. */
export const crowd = (
  world: World,
  scene: Scene,
  [least, most]: readonly [number, number],
): number => Math.max(least, Math.min(scene.wanted, world.random.integer(least, most)));

/** One to three, mostly one: what ordinary people bring. */
export const few = (world: World, scene: Scene): number =>
  Math.min(
    scene.wanted,
    world.random.weighted([
      [1, 70],
      [2, 22],
      [3, 8],
    ]),
  );

/** An established customer and the time of a referral by them. */
export function established(world: World): { referrer: Account; at: Instant } {
  const at = world.moment();
  return { referrer: guestBefore(world, at), at };
}
