import { memoryIdentityGraph } from '@doubletake/graph';
import type { PairQuestion, TypedToken } from '@doubletake/scoring';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { erased, observed, pairOn, referred, released, token, unlinked } from './graph-values.ts';
import type { MakeGraph } from './identity-graph.ts';

const TOKENS: readonly TypedToken[] = [
  token(1),
  token(2, 'phone'),
  token(3, 'ip'),
  token(4, 'visitor'),
  { type: 'email', token: token(1).token.replace('k1:', 'k2:') },
];

const day = fc.nat(400);
const someone = fc.nat(9);
const someTokens = fc.subarray([...TOKENS]);

const seen = { n: someone, tokens: someTokens, from: day, stay: fc.nat(200) };
const observation = fc
  .record(
    { ...seen, matured: day, abusive: day },
    { requiredKeys: ['n', 'tokens', 'from', 'stay'] },
  )
  .map(({ n, tokens, from, stay, ...rest }) =>
    observed(n, tokens, { from, to: from + stay, ...rest }),
  );

/** Of an account that says of itself whatever it says for good. */
const steady = fc.record(seen).map(({ n, tokens, from, stay }) =>
  observed(n, tokens, {
    from,
    to: from + stay,
    ...(n % 2 === 0 ? { matured: n * 30 } : {}),
    ...(n % 3 === 0 ? { abusive: n * 40 } : {}),
  }),
);

const referral = fc.tuple(someone, someone, day).map(([by, of, on]) => referred(by, of, on));

/** So many accounts at one token, each since its own day: enough of them to outgrow the list. */
const crowd = fc
  .record({
    at: fc.constantFrom(...TOKENS),
    first: fc.nat(90),
    size: fc.integer({ min: 100, max: 180 }),
  })
  .map(({ at, first, size }) =>
    Array.from({ length: size }, (_, n) =>
      observed(first + n, [at], { from: first + n, matured: first + n + 60 }),
    ),
  );

const removal = fc.oneof(
  someone.map((n) => erased(n, TOKENS)),
  fc.tuple(someone, someTokens, day).map(([n, tokens, on]) => released(n, tokens, on)),
);

const parting = fc.tuple(someone, someone).map(([by, of]) => unlinked(by, of));

const additions = fc.oneof(
  { weight: 8, arbitrary: observation.map((write) => [write]) },
  { weight: 8, arbitrary: referral.map((write) => [write]) },
  // With what else joins them, in one go.
  { weight: 3, arbitrary: fc.tuple(parting, referral) },
  { weight: 1, arbitrary: crowd },
);

/**
 * Histories whose order cannot matter: nothing is taken back. Where a list outgrows its bound an account keeps the day it was first seen: one
 * that was dropped and comes again with a later day would be taken for a new one.
 */
const unordered = fc.oneof(
  fc.array(fc.oneof(steady, referral), { maxLength: 20 }),
  fc
    .array(
      fc.oneof(
        referral.map((write) => [write]),
        crowd,
      ),
      { maxLength: 6 },
    )
    .map((all) => all.flat()),
);

const batches = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: additions },
    { weight: 1, arbitrary: removal.map((write) => [write]) },
  ),
  { minLength: 1, maxLength: 25 },
);

const questions = fc.array(
  fc
    .tuple(fc.integer({ min: -1, max: 800 }), someone, someone)
    .map(([on, one, other]): PairQuestion => pairOn(on, [one, TOKENS], [other, TOKENS.slice(2)])),
  { minLength: 1, maxLength: 5 },
);

/** Laws that tie a graph to the one in memory, over made-up histories. */
export function identityGraphAgreement(name: string, make: MakeGraph, numRuns = 100): void {
  describe(`laws: ${name}`, () => {
    test('the graph agrees with the memory model', async () => {
      const law = fc.asyncProperty(batches, questions, async (writes, asked) => {
        const [graph, model] = [await make(), memoryIdentityGraph()];
        for (const batch of writes) {
          await graph.project(batch);
          await model.project(batch);
        }
        expect(await graph.gatherMany(asked)).toEqual(await model.gatherMany(asked));
        expect(await graph.stats()).toEqual(await model.stats());
        await graph.close();
      });
      await fc.assert(law, { numRuns });
    });

    test('writing again, in another order and in other batches changes nothing', async () => {
      const histories = unordered.chain((writes) =>
        fc.tuple(
          fc.constant(writes),
          fc.shuffledSubarray([...writes, ...writes], { minLength: 2 * writes.length }),
        ),
      );
      const law = fc.asyncProperty(histories, questions, async ([once, again], asked) => {
        const [graph, model] = [await make(), memoryIdentityGraph()];
        await model.project(once);
        const half = Math.floor(again.length / 2);
        await graph.project(again.slice(0, half));
        await graph.project(again.slice(half));
        expect(await graph.gatherMany(asked)).toEqual(await model.gatherMany(asked));
        await graph.close();
      });
      await fc.assert(law, { numRuns });
    });
  });
}
