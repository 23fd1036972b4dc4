import type { WorldEvent } from './contract.ts';
import { deliver } from './delivery.ts';
import { PERSONAS } from './personas/index.ts';
import type { Persona } from './personas/persona.ts';
import { employ, settle } from './population.ts';
import type { TruthRow } from './truth.ts';
import { newWorld, type World, type WorldPlan } from './world.ts';

/** A finished world. */
export interface GeneratedWorld {
  /** In the order a host would deliver them: by time, but for a few late ones. */
  readonly events: readonly WorldEvent[];
  /** One row per reward. */
  readonly truth: readonly TruthRow[];
}

/** Makes the world of a plan. The same plan gives the same world, event for event. */
export function generateWorld(plan: WorldPlan): GeneratedWorld {
  const world = newWorld(plan);
  settle(world, plan.background);
  employ(world);
  for (const persona of PERSONAS) perform(world, persona, plan.referrals);
  return { events: deliver(world), truth: world.truth };
}

/** Plays a persona until its part of the referrals is made; every persona plays at least once. */
function perform(world: World, persona: Persona, referrals: number): void {
  const { random, rates } = world;
  const side = persona.label === 'fraud' ? rates.abuse : 1 - rates.abuse;
  const quota = Math.max(
    1,
    Math.round(referrals * side * persona.share * random.between(0.7, 1.3)),
  );
  let made = 0;
  while (made < quota) {
    const programme = random.weighted(persona.programmes);
    made += persona.play(world, { intent: persona, programme, wanted: quota - made });
  }
}
