import type { Decision } from '@doubletake/scoring';
import { startMeasured } from '../postgres.ts';
import { report, rounds } from '../rounds.ts';
import { AT, recordWorld } from './inputs.ts';

/** At most. */
const ONE_BY_ONE = 300;
const MANY = 10_000;

/** One by one, not counted: until then what is measured of a small world is the compiler, whose threads work as much as ours. */
const WARM_UP = 3000;

/** Refuses answers that a store's silence stood in for: they cost next to nothing. */
function whole(decisions: readonly (Decision | undefined)[]): void {
  for (const decision of decisions)
    if (decision?.degraded !== undefined) throw new Error(`not decided: ${decision.degraded}`);
}

/** Screens rewards together and one by one, over PostgreSQL and Redis; every screening is committed. */
export async function compareMany(referrals: number): Promise<void> {
  const postgres = await startMeasured();
  const inputs = await recordWorld(referrals, postgres.url);
  const { doubletake } = inputs;
  const rewardIds = inputs.rewardIds.slice(0, MANY);
  // From all over the world, as those screened together are: of few accounts everything would be at hand.
  const apart = Math.ceil(rewardIds.length / ONE_BY_ONE);
  const some = rewardIds.filter((_, nth) => nth % apart === 0);
  let asked = 0;
  const trigger = (): string => `benchmark:${(asked += 1)}`;
  const oneByOne = async (wanted: readonly string[]): Promise<number> => {
    for (const rewardId of wanted)
      whole([await doubletake.screen(rewardId, { trigger: trigger(), at: AT })]);
    return wanted.length;
  };
  try {
    for (let left = WARM_UP; left > 0;) left -= await oneByOne(rewardIds.slice(0, left));
    const measured = await rounds(
      [
        {
          name: `screen, ${some.length} one after the other`,
          run: async () => oneByOne(some),
        },
        {
          name: `screenMany of ${rewardIds.length}`,
          run: async () => {
            whole(await doubletake.screenMany(rewardIds, { trigger: trigger(), at: AT }));
            return rewardIds.length;
          },
        },
      ],
      3,
    );
    report('screening rewards over PostgreSQL and Redis', measured);
  } finally {
    await inputs.close();
    await postgres.stop();
  }
}
