import { memoryLedger, type ReviewedLedger } from '@doubletake/ledger';
import type { Comparison } from '@doubletake/rules';
import { programmeOf, type Policy, type Programme } from '@doubletake/scoring';
import { fc } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { createEngine } from '../../packages/doubletake/src/engine/engine.ts';
import type { EngineParts } from '../../packages/doubletake/src/engine/parts.ts';
import { screenBatches } from '../../packages/doubletake/src/engine/screen-batches.ts';
import { emptied } from '../conformance/ledger-sql.ts';
import { stay, told } from '../support/friends-of-ann.ts';
import { withRule } from '../support/own-rule.ts';
import { shippedParts, shippedPolicy } from '../support/shipped-parts.ts';
import { onPglite, onPostgres } from '../support/sql-databases.ts';

const NOW = Date.UTC(2026, 1, 20);
const FRIENDS = ['bob', 'carla', 'dmitri', 'elena', 'farid', 'greta', 'hugo', 'ines'];

/** Ann's reward for each friend, and for the same order one of another channel: hers too, or somebody else's. */
const EVENTS = told(FRIENDS).flatMap((event, index): readonly object[] => {
  if (!('rewardId' in event)) return [event];
  const rewardId = `again-${String(event.rewardId)}`;
  const beneficiaryId = index % 3 === 0 ? 'zoe' : 'ann';
  const amount = { minor: 500 * (1 + (index % 5)), currency: 'EUR' };
  return [event, { ...event, id: rewardId, rewardId, channel: 'affiliate', beneficiaryId, amount }];
});
const REWARDS = FRIENDS.flatMap((friend) => [`w-${friend}`, `again-w-${friend}`]);

/** Ways in which a rule of a team's own may look at what its beneficiary was given: some of them hold one and not the next. */
const comparison: fc.Arbitrary<Comparison> = fc.record({
  fact: fc.constantFrom('beneficiary.rewards', 'beneficiary.rewarded365dMinor'),
  operator: fc.constantFrom('greaterThanInclusive', 'lessThan', 'equal'),
  value: fc.constantFrom(1, 2, 3, 2000, 4000),
});

const most = fc.integer({ min: 1, max: 5 });
const capped = fc.record(
  { per30Days: most, firstMonth: most, lifetime: most },
  { requiredKeys: [] },
);

/** Everything asked about, in some order. */
const asked = fc.shuffledSubarray(REWARDS, { minLength: REWARDS.length });

const stories = fc.record({
  own: fc.option(comparison, { nil: undefined }),
  caps: capped,
  size: fc.integer({ min: 1, max: 7 }),
  asked: fc.tuple(asked, asked),
  cancelled: fc.subarray(FRIENDS, { maxLength: 3 }),
});

/** The shipped policy with other caps, and a rule of a team's own. */
function policyWith(caps: Programme['caps'], compared: Comparison | undefined): Policy {
  const shipped = shippedPolicy();
  const programme = { ...programmeOf(shipped, 'finders-fee'), caps };
  const programmes = new Map([...shipped.programmes, ['finders-fee', programme]]);
  const policy = { ...shipped, programmes };
  if (compared === undefined) return policy;
  const unpaid: Comparison = { fact: 'reward.paid', operator: 'equal', value: false };
  return withRule(policy, {
    name: 'own',
    description: 'Looks at what was given before.',
    mode: 'live',
    conditions: { all: [unpaid, compared] },
    event: { type: 'hold', params: { reason: 'REWARD_CAP' } },
  });
}

const throwing = (_: unknown, error: unknown): never => {
  throw error;
};

/** An engine's way of answering: one after the other, or so many at a time. */
type Screen = (rewardIds: readonly string[], trigger: string) => Promise<readonly unknown[]>;

const oneByOne =
  (parts: EngineParts): Screen =>
  async (rewardIds, trigger) => {
    const engine = createEngine(parts);
    const answers: unknown[] = [];
    for (const rewardId of rewardIds) answers.push(await engine.screen(rewardId, { trigger }));
    return answers;
  };

const inBatches =
  (parts: EngineParts, size: number): Screen =>
  async (rewardIds, trigger) => {
    const asks = rewardIds.map((rewardId) => ({ rewardId, trigger, at: NOW }));
    const batches = Array.from({ length: Math.ceil(asks.length / size) }, (_, nth) =>
      asks.slice(nth * size, (nth + 1) * size),
    );
    const answers = await screenBatches(parts, batches, throwing);
    const decided = new Map(answers.flatMap((batch) => [...batch]));
    return rewardIds.map((rewardId) => decided.get(rewardId)?.decision);
  };

function lawOn(ledger: string, make: () => ReviewedLedger | Promise<ReviewedLedger>): void {
  test(`screening many is screening one after another, in the order asked: ${ledger}`, async () => {
    const law = fc.asyncProperty(
      stories,
      async ({ own, caps, size, asked: [first, then], cancelled }) => {
        const policy = policyWith(caps, own);
        const single = { ...shippedParts(() => NOW), policy };
        const many = { ...shippedParts(() => NOW), policy, ledger: await make() };
        const [expected, answered] = [oneByOne(single), inBatches(many, size)];
        for (const parts of [single, many]) await createEngine(parts).recordMany(EVENTS);
        expect(await answered(first, 'first')).toEqual(await expected(first, 'first'));
        expect(await answered(first, 'first')).toEqual(await expected(first, 'first'));
        const undone = cancelled.map((friend) => stay(friend, 'cancelled', 30));
        for (const parts of [single, many]) await createEngine(parts).recordMany(undone);
        expect(await answered(then, 'then')).toEqual(await expected(then, 'then'));
      },
    );
    await fc.assert(law, { numRuns: 40, interruptAfterTimeLimit: 15_000 });
  });
}

const pglite = emptied(onPglite());
const postgres = emptied(onPostgres());

lawOn('in memory', memoryLedger);
lawOn('PGlite', pglite);
lawOn('PostgreSQL', postgres);
