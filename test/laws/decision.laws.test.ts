import { compilePack, type CompiledPack, type Pack } from '@doubletake/rules';
import {
  decide,
  judge,
  pairOf,
  type Decision,
  type Policy,
  type Question,
} from '@doubletake/scoring';
import { loadRules } from 'doubletake';
import { fc, test } from '@fast-check/vitest';
import { beforeAll, describe, expect } from 'vitest';
import { accountObserved } from '../support/event-arbitraries.ts';
import { NOW, PLAIN_HASHING, sceneOf } from '../support/scenes.ts';
import { askedAtOnce, repositoryPolicy, replayed, smallWorld } from '../support/small-world.ts';

const POLICY = repositoryPolicy();

const side = fc.oneof(
  fc.constant('unknown' as const),
  fc.array(
    accountObserved.map(({ id: _id, type: _type, accountId: _account, ...seen }) => ({
      ...seen,
      at: NOW,
    })),
    { minLength: 1, maxLength: 3 },
  ),
);
const holders = fc.dictionary(
  fc.constantFrom(
    'email',
    'email.domain',
    'ip',
    'installation',
    'visitor',
    'payment',
    'address',
    'phone',
  ),
  fc.record({ count: fc.nat(40), matured: fc.nat(20) }),
  { noNullPrototype: true },
);
const question: fc.Arbitrary<Question> = fc
  .record({ referrer: side, referee: side, holders, aboveReferrer: fc.subarray(['eve', 'bob']) })
  .map((parts) => {
    const { neighbourhood, ...pair } = sceneOf(parts);
    return { pair, neighbourhood, decisionId: 'dec' };
  });

const bytes = (asked: Question): string => JSON.stringify(decide(asked, POLICY));

describe('swapping nobody’s data changes nothing', () => {
  test.prop([question, question], { numRuns: 60 })(
    'the same question gives the same bytes, asked again, of a copy, and after others',
    (asked, other) => {
      const first = bytes(asked);
      expect(bytes(asked)).toBe(first);
      bytes(other);
      const { pair, neighbourhood, decisionId } = asked;
      // A copy shares nothing with the original, so nothing remembered for one serves the other.
      const copy = {
        pair: pairOf(structuredClone(pair.record), pair.at, PLAIN_HASHING),
        neighbourhood: structuredClone(neighbourhood),
        decisionId,
      };
      expect(bytes(copy)).toBe(first);
      expect(bytes(asked)).toBe(first);
    },
  );
});

describe('over a small world', () => {
  let decisions: readonly Decision[] = [];
  let written: readonly string[] = [];
  beforeAll(async () => {
    ({ decisions, written } = await replayed(askedAtOnce(smallWorld('laws'))));
  });

  test('there is every kind of decision to hold the laws against', () => {
    expect(new Set(decisions.map(({ action }) => action))).toEqual(
      new Set(['pay', 'wait', 'review', 'void', 'claw_back']),
    );
  });

  test('replaying a decision’s stored facts gives that decision', () => {
    for (const [index, decision] of decisions.entries()) {
      const verdict = judge(decision.facts, POLICY);
      expect(decision).toMatchObject({ ...verdict });
      expect(decision.until).toBe(verdict.until);
      expect(JSON.parse(written[index] ?? '')).toHaveProperty('facts', decision.facts);
    }
  });

  test('contributions and prior add up to the log-odds', () => {
    for (const { contributions, priorBits, logOddsBits } of decisions)
      expect(contributions.reduce((sum, { bits }) => sum + bits, priorBits)).toBeCloseTo(
        logOddsBits,
        9,
      );
  });

  const folder = loadRules();
  const packs: readonly Pack[] = folder.ok ? folder.value.packs : [];
  const shuffledPacks: fc.Arbitrary<ReadonlyMap<string, CompiledPack>> = fc
    .tuple(
      ...packs.map((pack) =>
        fc
          .tuple(
            fc.shuffledSubarray([...pack.rules], { minLength: pack.rules.length }),
            fc.subarray([...pack.rules]),
          )
          .map(([all, again]) => compilePack({ ...pack, rules: [...again, ...all] })),
      ),
    )
    .map((compiled) => new Map(compiled.map((pack) => [pack.name, pack])));

  test.prop([shuffledPacks], { numRuns: 20 })(
    'the outcome does not depend on rule order or duplicates',
    (shuffled) => {
      const terms = shuffled.get('terms') ?? POLICY.terms;
      const policy: Policy = { ...POLICY, terms, packs: shuffled };
      for (const { facts } of decisions) expect(judge(facts, policy)).toEqual(judge(facts, POLICY));
    },
  );
});
