import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import type { Holding } from './holding.ts';
import { neighbourhood } from './neighbourhood.ts';

const DAY = 86_400_000;
const TOKEN = 'k:token';

/** An office's: some mature, some of them turn out abusive. */
const OFFICE = Array.from({ length: 40 }, (_, n): Holding => ({
  account: `a${n}`,
  since: n * DAY,
  last: (n + 10) * DAY,
  maturedAt: n % 3 === 0 ? (n + 60) * DAY : Infinity,
  abusiveAt: n % 6 === 0 ? (n + 90) * DAY : Infinity,
}));

const account = fc.integer({ min: 0, max: 45 }).map((n) => `a${n}`);

test.prop({
  asked: fc.array(
    fc.record({
      asOf: fc.integer({ min: 0, max: 200 }).map((days) => days * DAY),
      type: fc.constantFrom('address' as const, 'ip' as const),
      referrer: account,
      referee: account,
      others: fc.uniqueArray(account),
    }),
    { minLength: 2 },
  ),
})(
  'a long list shows each pair at each instant what it would had nobody asked before',
  ({ asked }) => {
    for (const { asOf, type, referrer, referee, others } of asked) {
      const question = {
        asOf,
        referrer: { account: referrer, tokens: [{ type, token: TOKEN }] },
        referee: { account: referee, tokens: [] },
      };
      const referees = others.map((other) => ({ account: other, at: 0 }));
      const around = (holdings: readonly Holding[]) =>
        neighbourhood(question, { holders: () => ({ holdings }), referees, ancestry: [] });
      expect(around(OFFICE)).toEqual(around([...OFFICE]));
    }
  },
);

test('of a long list those matured count that are neither of the pair nor its referrer’s', () => {
  const { holders } = neighbourhood(
    {
      asOf: 92 * DAY,
      referrer: { account: 'a3', tokens: [{ type: 'address', token: TOKEN }] },
      referee: { account: 'a9', tokens: [] },
    },
    {
      holders: () => ({ holdings: OFFICE }),
      referees: [
        { account: 'a12', at: 0 },
        { account: 'a13', at: 0 },
      ],
      ancestry: [],
    },
  );
  // Matured by then: every third up to a30 but for a0, found abusive; without a3, a9 and a12.
  expect(holders.get(TOKEN)).toMatchObject({ count: 40, matured: 7 });
});
