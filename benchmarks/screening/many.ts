import type { Decision } from '@doubletake/scoring';
import { startMeasured } from '../postgres.ts';
import { report, rounds } from '../rounds.ts';
import { AT, recordWorld } from './inputs.ts';

/** At most. */
const ONE_BY_ONE = 300;
const MANY = 10_000;

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
  try {
    const measured = await rounds(
      [
        {
          name: `screen, ${some.length} one after the other`,
          run: async () => {
            for (const rewardId of some)
              whole([await doubletake.screen(rewardId, { trigger: trigger(), at: AT })]);
            return some.length;
          },
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
