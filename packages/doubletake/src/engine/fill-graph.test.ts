import { DAY, printInstant, type AccountRef, type IdentityGraph } from '@doubletake/scoring';
import { beforeEach, describe, expect, test } from 'vitest';
import { rebuildGraph } from '../care/rebuild-graph.ts';
import { openDoubletake, type OpenDoubletake } from '../open-doubletake.ts';
import { erase } from './append.ts';
import { fillGraph } from './fill-graph.ts';
import type { EngineParts } from './parts.ts';
import { catchUp } from './project.ts';

const NOW = Date.UTC(2026, 5, 1);
const COUNT = 1200;

const observed = (n: number): object => ({
  id: `e${n}`,
  type: 'account.observed',
  at: printInstant(NOW - 300 * DAY),
  accountId: `a${n}`,
  email: `a${n}@web.de`,
  // Many share an address, so that pages meet in the same records.
  ip: `81.2.${n % 7}.1`,
});

const referred = (n: number): object => ({
  id: `f${n}`,
  type: 'referral.attributed',
  at: printInstant(NOW - 200 * DAY),
  referralId: `f${n}`,
  programmeId: 'guest-credit',
  referrerId: `a${Math.floor(n / 2)}`,
  refereeId: `a${n}`,
});

let doubletake: OpenDoubletake;
let parts: EngineParts;
beforeEach(async () => {
  doubletake = await openDoubletake({ clock: () => NOW });
  ({ parts } = doubletake);
  const numbers = Array.from({ length: COUNT }, (_, n) => n);
  await doubletake.recordMany([...numbers.map(observed), ...numbers.slice(1).map(referred)]);
});

/** The same ledger, with something happening after each page was read and before it is written. */
function meanwhile(happens: () => Promise<unknown>): EngineParts {
  const { census } = parts.ledger;
  const accounts: typeof census.accounts = async (...asked) => {
    const page = await census.accounts(...asked);
    await happens();
    return page;
  };
  return { ...parts, ledger: { ...parts.ledger, census: { ...census, accounts } } };
}

const holders = async (
  graph: IdentityGraph,
  email: string,
): Promise<readonly AccountRef[] | undefined> => {
  const tokens = parts.hashing.tokenise({ type: 'email', value: email });
  const member = {
    account: parts.hashing.accountRef('nobody'),
    tokens: tokens.map((token) => ({ type: 'email', token }) as const),
  };
  const { holders: found } = await graph.gather({ referrer: member, referee: member, asOf: NOW });
  return found.get(tokens[0] ?? '')?.accounts.map(({ account }) => account);
};

describe('a graph filled account by account', () => {
  test('is the one that grew, page after page, and says how far it is', async () => {
    const grown = await parts.graph.stats();
    const told: (readonly [number, number])[] = [];
    expect(await rebuildGraph(parts, (...done) => told.push(done))).toEqual(grown);
    expect(told).toEqual([
      [1000, COUNT],
      [COUNT, COUNT],
    ]);
    expect(await parts.graph.cursor()).toBe(2 * COUNT - 1);
  });

  test('reads the profiles again that have changed, and no others', async () => {
    await doubletake.record({ ...observed(5), id: 'later', email: 'a5@gmx.de' });
    await parts.ledger.append([
      { id: 'last', type: 'account.observed', at: NOW, accountId: 'a6', email: 'a6@gmx.de' },
    ]);
    const read: string[] = [];
    const { census } = parts.ledger;
    const accounts: typeof census.accounts = async (...asked) => {
      const page = await census.accounts(...asked);
      read.push(...page.accounts.map(({ profile }) => profile.accountId));
      return page;
    };
    const ledger = { ...parts.ledger, census: { ...census, accounts } };
    const { hashing } = parts;
    await parts.graph.clear();
    await fillGraph({ ...parts, ledger });
    // What was observed of the other is not in the graph yet: nobody read it.
    expect(read).toEqual(['a6']);
    for (const email of ['a5@web.de', 'a5@gmx.de'])
      expect(await holders(parts.graph, email)).toEqual([hashing.accountRef('a5')]);
    read.length = 0;
    await fillGraph({ ...parts, ledger });
    expect(read).toEqual([]);
  });

  test('has whoever an older release was told of as from before 1970', async () => {
    const early = {
      type: 'account.observed',
      at: -2,
      createdAt: -1e13,
      email: 'old@gmx.de',
    } as const;
    await parts.ledger.append([
      { ...early, id: 'early', accountId: 'old' },
      {
        id: 'link',
        type: 'referral.attributed',
        at: -1,
        referralId: 'early',
        programmeId: 'guest-credit',
        referrerId: 'old',
        refereeId: 'a1',
      },
    ]);
    await catchUp(parts);
    const found = [parts.hashing.accountRef('old')];
    expect(await holders(parts.graph, 'old@gmx.de')).toEqual(found);
    await parts.graph.clear();
    await fillGraph(parts);
    expect(await holders(parts.graph, 'old@gmx.de')).toEqual(found);
  });

  test('begins anew after it was cut short', async () => {
    const grown = await parts.graph.stats();
    await parts.graph.clear();
    let left = 2;
    const project: IdentityGraph['project'] = async (writes) => {
      if ((left -= 1) < 0) throw new Error('the server is gone');
      await parts.graph.project(writes);
    };
    const failing = { ...parts, graph: { ...parts.graph, project } };
    await expect(fillGraph(failing)).rejects.toThrow('the server is gone');
    expect(await parts.graph.cursor()).toBe(0);
    await catchUp(parts);
    expect(await parts.graph.stats()).toEqual(grown);
  });

  test('has nobody who was erased or merged while the page with them was on its way', async () => {
    const refOf = parts.hashing.accountRef;
    for (const id of ['a7', 'a8', 'a9'])
      expect(await holders(parts.graph, `${id}@web.de`)).toEqual([refOf(id)]);
    await parts.graph.clear();
    let erased = false;
    const busy = meanwhile(async () => {
      if (erased) return;
      erased = true;
      await erase(parts, { id: 'x', type: 'account.erased', at: NOW, accountId: 'a7' });
      await parts.ledger.records.merge({ accountId: 'a8', intoId: 'a9', by: 'lea' }, NOW);
    });
    await fillGraph(busy);
    await catchUp(parts);
    expect(await holders(parts.graph, 'a7@web.de')).toBeUndefined();
    expect(await holders(parts.graph, 'a8@web.de')).toEqual([refOf('a9')]);
    expect(await holders(parts.graph, 'a9@web.de')).toEqual([refOf('a9')]);
    expect(await parts.ledger.directory.find(['a7', 'a8'].map(refOf))).toEqual(new Map());
  });
});
