import {
  compareEvents,
  foldProfile,
  heldTokens,
  type AccountObserved,
  type HeldToken,
  type Profile,
  type Tokenise,
} from '@doubletake/scoring';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everHeld } from './ever-held.ts';

const tokenise: Tokenise = ({ type, value }) => [`${type} ${value}`];

type Spans = ReadonlyMap<string, readonly [since: number, last: number]>;

const spansOf = (tokens: readonly HeldToken[]): Spans =>
  new Map(tokens.map(({ token, since, last }) => [token, [since, last]]));

/**
 * What the profiles put into the graph that the account had after each observation, all before it folded anew; and that it
 * would have had, had it been merged only then with whoever showed what folds later.
 */
function foldedEachTime(observed: readonly AccountObserved[]): Spans {
  const spans = new Map<string, readonly [number, number]>();
  for (const [index] of observed.entries()) {
    let profile: Profile | undefined;
    for (const event of observed.slice(0, index + 1).toSorted(compareEvents)) {
      profile = foldProfile(profile, event);
      for (const { token, since, last } of heldTokens(profile, tokenise)) {
        const [first, latest] = spans.get(token) ?? [since, last];
        spans.set(token, [Math.min(first, since), Math.max(latest, last)]);
      }
    }
  }
  return spans;
}

const PARTS = {
  platform: { value: 'MacIntel' },
  deviceMemory: { value: 8 },
  screenResolution: { value: [1440, 900] },
};

/** Histories with so many values and devices, in the order they are told; an observation need not say all it could. */
const histories = (values: number, devices: number): fc.Arbitrary<readonly AccountObserved[]> =>
  fc
    .array(
      fc.record(
        {
          at: fc.integer({ min: 1, max: 30 }),
          email: fc.nat(values - 1).map((n) => `ann${n}@web.de`),
          ip: fc.nat(values - 1).map((n) => `81.2.69.${n}`),
          person: fc.constantFrom(
            { givenName: 'Ann', familyName: 'Lee' },
            { givenName: 'ann', familyName: 'LEE' },
          ),
          phone: fc.constantFrom({ number: '+14155550123' }, { number: '+1 415 555 0123' }),
          device: fc.record(
            {
              visitorId: fc.constantFrom('v1', 'v2', 'v3'),
              installationId: fc.nat(devices - 1).map((n) => `i${n}`),
              version: fc.constantFrom('5.0.1', '5.1.0'),
              components: fc
                .constantFrom(4, 8)
                .map((n) => ({ ...PARTS, hardwareConcurrency: { value: n } })),
            },
            { requiredKeys: [], noNullPrototype: true },
          ),
        },
        { requiredKeys: ['at'], noNullPrototype: true },
      ),
      { minLength: 1, maxLength: 40 },
    )
    .map((told) =>
      told.map((event, n) => ({
        id: `e${n}`,
        type: 'account.observed',
        accountId: 'ann',
        ...event,
      })),
    );

const RUNS = { numRuns: 300 };

test('what a profile keeps all of comes out as if folded anew each time, in whatever order it is told', async () => {
  // With the three that have no installation of ours, and those that have no name at all: no more than a profile keeps.
  await fc.assert(
    fc.asyncProperty(histories(8, 2), async (observed) => {
      expect(spansOf(await everHeld(observed, tokenise))).toEqual(foldedEachTime(observed));
    }),
    RUNS,
  );
});

test('what comes in order comes out as if folded anew each time, however much the profile lets go of', async () => {
  await fc.assert(
    fc.asyncProperty(histories(30, 12), async (told) => {
      const observed = told.toSorted(compareEvents);
      expect(spansOf(await everHeld(observed, tokenise))).toEqual(foldedEachTime(observed));
    }),
    RUNS,
  );
});

test('nothing is missing of what a profile ever had, whatever came late and was let go of', async () => {
  await fc.assert(
    fc.asyncProperty(histories(30, 2), async (observed) => {
      const spans = spansOf(await everHeld(observed, tokenise));
      for (const [token, [since, last]] of foldedEachTime(observed)) {
        const [first = Infinity, latest = -Infinity] = spans.get(token) ?? [];
        expect([token, first <= since, latest >= last]).toEqual([token, true, true]);
      }
    }),
    RUNS,
  );
});

const at = (n: number, shown: Partial<AccountObserved>): AccountObserved => ({
  id: `e${n}`,
  type: 'account.observed',
  accountId: 'ann',
  at: n,
  ...shown,
});

test('of a value the whole span is told, whichever of its sightings a profile let go of', async () => {
  const others = Array.from({ length: 9 }, (_, n) => at(10 + n, { email: `other${n}@web.de` }));
  const first = at(1, { email: 'ann@web.de' });
  const late = at(5, { email: 'ann@web.de' });
  const tooLate = at(4, { email: 'eve@web.de' });
  const spans = spansOf(await everHeld([first, ...others, late, tooLate], tokenise));
  expect([...spans.entries()].filter(([token]) => /ann|eve/u.test(token))).toEqual(
    expect.arrayContaining([
      [expect.stringContaining('ann'), [1, 5]],
      [expect.stringContaining('eve'), [4, 4]],
    ]),
  );
});
