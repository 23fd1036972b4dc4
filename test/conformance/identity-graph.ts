import type { IdentityGraph, Neighbourhood, TypedToken } from '@doubletake/scoring';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { account, DAY, erased, observed, pairOn, referred, START, token } from './graph-values.ts';
import { LEAVING } from './identity-graph-leaving.ts';
import { ROWS, type Row } from './identity-graph-rows.ts';

/** Gives an empty graph that nobody else uses. */
export type MakeGraph = () => IdentityGraph | Promise<IdentityGraph>;

const email = token(1);
const phone = token(2, 'phone');

/** What every identity graph promises, whatever it is kept in. */
export function identityGraphConformance(name: string, make: MakeGraph): void {
  describe(`identity graph: ${name}`, () => {
    let graph: IdentityGraph;
    beforeEach(async () => {
      graph = await make();
    });
    afterEach(async () => graph.close());

    test.each([...ROWS, ...LEAVING])('$note', async (row) => {
      await graph.project(row.writes);
      expect(await graph.gather(row.question)).toEqual(expected(row));
    });

    test('many questions are answered as one by one', async () => {
      await graph.project(ROWS.flatMap(({ writes }) => writes));
      const questions = ROWS.map(({ question }) => question);
      const together = await graph.gatherMany(questions);
      const apart = await Promise.all(questions.map(async (question) => graph.gather(question)));
      expect(together).toEqual(apart);
    });

    test('a token held by 128 accounts is listed whole, beyond that the 32 oldest and 96 newest', async () => {
      const ask = pairOn(1000, [900, [email]], [901, []]);
      await graph.project(Array.from({ length: 128 }, (_, n) => observed(n, [email], { from: n })));
      const whole = await graph.gather(ask);
      expect(whole.holders.get(email.token)).toMatchObject({ count: 128, matured: 0 });
      expect(whole.holders.get(email.token)?.accounts).toHaveLength(128);

      await graph.project(
        Array.from({ length: 72 }, (_, n) => observed(128 + n, [email], { from: 128 + n })),
      );
      const bounded = await graph.gather(ask);
      const kept = Array.from({ length: 200 }, (_, n) => n).filter((n) => n < 32 || n >= 104);
      expect(bounded.holders.get(email.token)?.accounts).toEqual(
        kept.map((n) => ({ account: account(n), since: START + n * DAY })),
      );
    });

    test('how many hold a token beyond the list is estimated, at any instant', async () => {
      const crowd = Array.from({ length: 4000 }, (_, n) =>
        observed(n, [email], { from: n, ...(n % 2 === 0 ? { matured: n + 60 } : {}) }),
      );
      await graph.project(crowd);
      // Three standard errors of a sample of 64: three eighths.
      for (const day of [2000, 4100]) {
        const ask = pairOn(day, [9000, [email]], [9001, []]);
        const holders = (await graph.gather(ask)).holders.get(email.token);
        const [count, matured] = [Math.min(day, 4000), Math.min(day - 60, 4000) / 2];
        expect(Math.abs((holders?.count ?? 0) / count - 1)).toBeLessThan(3 / 8);
        expect(Math.abs((holders?.matured ?? 0) / matured - 1)).toBeLessThan((3 / 8) * Math.SQRT2);
      }
    });

    test('of more than 512 referees the latest are known', async () => {
      await graph.project(Array.from({ length: 520 }, (_, n) => referred(1, n + 10, n)));
      const { referees } = await graph.gather(pairOn(1000, [1, []], [10, []]));
      expect(referees).toHaveLength(512);
      expect(referees[0]).toEqual({ account: account(18), at: START + 8 * DAY });
    });

    test('the cursor only moves forward, and clearing forgets everything', async () => {
      expect(await graph.cursor()).toBe(0);
      await graph.project([observed(1, [email]), referred(1, 2, 0)]);
      expect(await graph.cursor()).toBe(0);
      await graph.advance(7);
      await graph.advance(5);
      expect(await graph.cursor()).toBe(7);
      await graph.clear();
      expect(await graph.cursor()).toBe(0);
      expect(await graph.gather(pairOn(1, [1, [email]], [2, []]))).toEqual({
        holders: new Map(),
        referees: [],
        aboveReferrer: [],
      });
      await graph.project([observed(1, [email])]);
      await graph.advance(1);
      expect(await graph.cursor()).toBe(1);
    });

    test('nothing is answered to who asks for more of the ledger than it shows', async () => {
      const asked = pairOn(1, [1, [email]], [2, [phone]]);
      await expect(graph.gather(asked, 1)).rejects.toMatchObject({ code: 'graph_behind' });
      await graph.project([observed(1, [email]), referred(1, 2, 0)]);
      await graph.advance(7);
      expect((await graph.gather(asked, 7)).referees).toHaveLength(1);
      await expect(graph.gatherMany([asked], 8)).rejects.toMatchObject({ code: 'graph_behind' });
      await graph.clear();
      await expect(graph.gather(asked, 1)).rejects.toMatchObject({ code: 'graph_behind' });
    });

    test('a key that is dropped takes its tokens along and no other', async () => {
      const rotated: TypedToken = { type: 'email', token: email.token.replace('k1:', 'k12:') };
      await graph.project([observed(1, [email, phone, rotated]), referred(1, 2, 0)]);
      await graph.dropKey('k1');
      const { holders, referees } = await graph.gather(
        pairOn(1, [1, [email, phone, rotated]], [2, []]),
      );
      expect([...holders.keys()]).toEqual([rotated.token]);
      expect(referees).toHaveLength(1);
    });

    test('an account is swept out of whatever it holds, a long list too, and nobody else is', async () => {
      const ip = token(3, 'ip');
      const crowd = Array.from({ length: 140 }, (_, n) => observed(100 + n, [ip], { from: n }));
      await graph.project([
        ...crowd,
        observed(1, [email, phone]),
        observed(2, [email, phone]),
        observed(2, [ip], { from: 150 }),
      ]);
      const held = async (): Promise<readonly unknown[]> => {
        const question = pairOn(200, [1, [email, phone, ip]], [2, []]);
        const { holders } = await graph.gather(question);
        const by = (of: TypedToken): readonly unknown[] | undefined =>
          holders.get(of.token)?.accounts.map((holder) => holder.account);
        return [by(email), by(phone), by(ip)?.includes(account(2))];
      };
      const both = [account(1), account(2)].toSorted();
      expect(await held()).toEqual([both, both, true]);
      await graph.sweep([account(2), account(9)]);
      expect(await held()).toEqual([[account(1)], [account(1)], false]);
      await graph.sweep([account(1)]);
      expect(await held()).toEqual([undefined, undefined, false]);
    });

    test('tokens, holders and accounts are counted', async () => {
      expect(await graph.stats()).toEqual({ tokens: 0, holders: 0, accounts: 0 });
      await graph.project([observed(1, [email, phone]), observed(2, [email]), referred(1, 3, 0)]);
      expect(await graph.stats()).toEqual({ tokens: 2, holders: 3, accounts: 2 });
      await graph.project([erased(1, [email, phone])]);
      expect(await graph.stats()).toEqual({ tokens: 1, holders: 1, accounts: 1 });
    });

    test.each([
      ['graph_bad_account', { ...observed(1, []), account: 'alice' }],
      ['graph_bad_token', observed(1, [{ type: 'email', token: 'k1:alice@example.com' }])],
      ['graph_bad_instant', observed(1, [email], { from: 2, to: 1 })],
      ['graph_bad_instant', referred(1, 2, 0.000_000_001)],
    ] as const)('a write that cannot be kept is refused whole: %s', async (code, write) => {
      await expect(graph.project([observed(1, [email]), write])).rejects.toMatchObject({ code });
      expect(await graph.stats()).toEqual({ tokens: 0, holders: 0, accounts: 0 });
    });
  });
}

function expected({ holders = [], referees = [], above = [] }: Row): Neighbourhood {
  return {
    holders: new Map(
      holders.map(([{ token: text }, accounts, count, matured]) => [
        text,
        {
          accounts: accounts.map(([n, day]) => ({ account: account(n), since: on(day) })),
          count,
          matured,
        },
      ]),
    ),
    referees: referees.map(([n, day]) => ({ account: account(n), at: on(day) })),
    aboveReferrer: above.map(account),
  };
}

function on(day: number): number {
  return START + day * DAY;
}
