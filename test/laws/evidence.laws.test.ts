import {
  HYPOTHESES,
  parseModel,
  weigh,
  type Model,
  type ModelLevel,
  type ModelSignal,
  type Observation,
  type Observations,
} from '@doubletake/scoring';
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { EXPERT_MODEL } from '../support/expert-model.ts';

type IdentitySignal = Extract<ModelSignal, { kind: 'identity' }>;
const IDENTITY = EXPERT_MODEL.signals.filter(
  (signal): signal is IdentitySignal => signal.kind === 'identity',
);

const share = fc.double({ min: 1e-4, max: 0.99, noNaN: true });
const stories = fc.record({
  unrelated: share,
  household: share,
  assisted: share,
  self: share,
  ring: share,
});

/** Any level a model may hold: one person shares an identifier no less than strangers do. */
const level = (known: ModelLevel): fc.Arbitrary<ModelLevel> =>
  fc
    .record({ shares: stories, typical: fc.constantFrom(1e-6, 1e-3, 0.2) })
    .map(({ shares, typical }) => ({
      ...known,
      typical,
      shares: { ...shares, self: Math.max(shares.self, shares.unrelated) },
    }));

const signal = (known: ModelSignal): fc.Arbitrary<ModelSignal> =>
  known.kind === 'identity'
    ? fc.tuple(...known.levels.map(level)).map((levels) => ({ ...known, levels }))
    : fc.constant(known);

/** The shipped model, and models with other weights under the same signals. */
const model: fc.Arbitrary<Model> = fc
  .oneof(
    fc.constant(EXPERT_MODEL),
    fc.tuple(...EXPERT_MODEL.signals.map(signal)).map((signals) => ({ ...EXPERT_MODEL, signals })),
  )
  .map((each) => {
    const parsed = parseModel(each, 'model.json');
    if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
    return parsed.value;
  });

const missing: Observation = { kind: 'missing', why: 'not looked at' };

function observation(known: ModelSignal): fc.Arbitrary<Observation> {
  if (known.kind === 'table')
    return fc
      .constantFrom(...Object.keys(known.table), 'unlisted')
      .map((name) => ({ kind: 'table', level: name }));
  if (known.kind === 'numeric')
    return fc
      .double({ min: -9, max: 9, noNaN: true })
      .map((bits) => ({ kind: 'numeric', level: 'some', bits }));
  const levels = known.levels.map((each) => each.level);
  return fc.record({
    kind: fc.constant('identity'),
    level: fc.constantFrom('none', ...levels),
    comparable: fc.subarray(levels),
    matured: fc.nat(3000),
  });
}

const observations: fc.Arbitrary<Observations> = fc
  .tuple(
    ...EXPERT_MODEL.signals.map((known) =>
      fc
        .oneof(fc.constant(undefined), fc.constant(missing), observation(known))
        .map((seen): [string, Observation][] => (seen ? [[known.signal, seen]] : [])),
    ),
  )
  .map((entries) => Object.fromEntries(entries.flat()));
/** What was seen, and of how many accounts frequencies are known. */
const look = fc.record({ seen: observations, accounts: fc.nat(50_000) });

describe('laws of evidence', () => {
  test.prop([model, look])(
    'contributions and prior add up to the log-odds',
    (weights, { seen, accounts }) => {
      const { priorBits, logOddsBits, probability, posterior, contributions, score } = weigh(
        weights,
        seen,
        accounts,
      );
      const sum = contributions.reduce((total, { bits }) => total + bits, priorBits);
      expect(sum).toBeCloseTo(logOddsBits, 9);
      expect(probability).toBeCloseTo(1 / (1 + 2 ** -logOddsBits), 12);
      expect(posterior.self + posterior.ring).toBeCloseTo(probability, 12);
      expect(HYPOTHESES.reduce((total, story) => total + posterior[story], 0)).toBeCloseTo(1, 9);
      expect(Math.abs(score - 100 * probability)).toBeLessThanOrEqual(0.05 + 1e-9);
    },
  );

  test.prop([model, look, fc.constantFrom(...EXPERT_MODEL.signals)])(
    'a missing signal weighs nothing',
    (weights, { seen, accounts }, { signal: name }) => {
      const { [name]: _, ...without } = seen;
      const evidence = weigh(weights, { ...seen, [name]: missing }, accounts);
      expect(evidence).toEqual(weigh(weights, without, accounts));
      expect(evidence.contributions.map((each) => each.signal)).not.toContain(name);
    },
  );

  describe('evidence order never changes the score', () => {
    test.prop([model, look])('of what was seen', (weights, { seen, accounts }) => {
      const backwards = Object.fromEntries(Object.entries(seen).toReversed());
      expect(weigh(weights, backwards, accounts)).toEqual(weigh(weights, seen, accounts));
    });

    const shuffled = fc.shuffledSubarray([...EXPERT_MODEL.signals.keys()], {
      minLength: EXPERT_MODEL.signals.length,
    });
    test.prop([model, look, shuffled])(
      'of the signals in the model, while no cap bounds one of them',
      (weights, { seen, accounts }, order) => {
        const free = weights.signals.map((each) => ({
          ...each,
          capBits: each.kind === 'numeric' ? 4 : 1000,
        }));
        const other = order.flatMap((index) => free[index] ?? []);
        const [one, two] = [free, other].map((signals) =>
          weigh({ ...weights, signals }, seen, accounts),
        );
        expect(two?.logOddsBits).toBeCloseTo(one?.logOddsBits ?? NaN, 9);
      },
    );
  });

  describe('a rarer shared value never weighs less', () => {
    const shared = fc.constantFrom(...IDENTITY).chain((known) =>
      fc.record({
        name: fc.constant(known.signal),
        level: fc.constantFrom(...known.levels.map((each) => each.level)),
        comparable: fc.subarray(known.levels.map((each) => each.level)),
      }),
    );
    const population = fc.nat(50_000);
    const counts = fc.tuple(fc.nat(5000), fc.nat(5000)).chain(([some, more]) =>
      fc.record({
        rare: fc.constant(some),
        common: fc.constant(some + more),
        accounts: population,
      }),
    );

    test.prop([shared, counts])(
      'by itself, from the prior, in the model we ship',
      ({ name, level: rung, comparable }, { rare, common, accounts }) => {
        const bits = (matured: number): number => {
          const seen: Observation = { kind: 'identity', level: rung, comparable, matured };
          return weigh(EXPERT_MODEL, { [name]: seen }, accounts).contributions[0]?.bits ?? NaN;
        };
        expect(bits(rare)).toBeGreaterThanOrEqual(bits(common) - 1e-9);
      },
    );

    test.prop([model, shared, counts])(
      'for one person against strangers, in any model',
      (weights, { name, level: rung, comparable }, { rare, common, accounts }) => {
        const only = {
          ...weights,
          clamp: { from: 1e-12, to: 1 - 1e-12 },
          signals: weights.signals.map((each) => ({ ...each, capBits: 1000 })),
        };
        // Caps and clamp move all of abuse together, so what one person has over strangers is read without them.
        const odds = (matured: number): number => {
          const seen: Observation = { kind: 'identity', level: rung, comparable, matured };
          const { posterior } = weigh(only, { [name]: seen }, accounts);
          return Math.log2(posterior.self / posterior.unrelated);
        };
        expect(odds(rare)).toBeGreaterThanOrEqual(odds(common) - 1e-9);
      },
    );
  });
});
