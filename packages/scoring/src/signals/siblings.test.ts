import { fc } from '@fast-check/vitest';
import { describe, expect, it, test } from 'vitest';
import { ago, sceneOf, type SceneParts } from '../../../../test/support/scenes.ts';
import type { Holders } from '../ports/identity-graph.ts';
import { DEGREE_CAP, siblings, siblingsOf } from './siblings.ts';

/** Accounts holding a value; the count where it differs from those listed. */
const held = (accounts: readonly string[], count = accounts.length): Partial<Holders> => ({
  accounts: accounts.map((account) => ({ account, since: ago(20) })),
  count,
});

const REFEREES = ['bob', 'cyd', 'dan', 'eve', 'fay'];
const bob: SceneParts = {
  referee: {
    email: 'bob@gmail.com',
    ip: '81.2.69.142',
    person: { givenName: 'Bo', familyName: 'Lund' },
  },
  referees: REFEREES,
};

describe('referees that share a rare value', () => {
  it.each([
    { note: 'nobody does', holders: {}, level: 'none', found: [] },
    {
      note: 'one does',
      holders: { ip: held(['bob', 'cyd']) },
      level: 'one_or_two',
      found: ['cyd'],
    },
    {
      note: 'three do, by two values',
      holders: { ip: held(['bob', 'cyd', 'dan']), email: held(['bob', 'eve']) },
      level: 'three_or_more',
      found: ['cyd', 'dan', 'eve'],
    },
    {
      note: 'the referrer, the referee itself and strangers are none',
      holders: { ip: held(['ann', 'bob', 'zoe']) },
      level: 'none',
      found: [],
    },
    {
      note: 'at the degree cap',
      holders: { ip: held(['bob', 'cyd'], DEGREE_CAP) },
      level: 'one_or_two',
      found: ['cyd'],
    },
    {
      note: 'above it the value joins everybody with everybody',
      holders: { ip: held(['bob', 'cyd'], DEGREE_CAP + 1) },
      level: 'none',
      found: [],
    },
    {
      note: 'a surname binds nobody',
      holders: { surname: held(['bob', 'cyd']) },
      level: 'none',
      found: [],
    },
  ])('$note', ({ holders, level, found }) => {
    const scene = sceneOf({ ...bob, holders });
    expect([...siblingsOf(scene)].toSorted()).toEqual(found);
    expect(siblings.observe(scene)).toEqual({ kind: 'table', level });
  });

  test('a referrer nobody came by says nothing', () => {
    expect(siblings.observe(sceneOf({ ...bob, referees: [] }))).toMatchObject({ kind: 'missing' });
  });

  test('no admitted graph value exceeds its degree cap', () => {
    const crowd = fc.record({
      accounts: fc.subarray([...REFEREES, 'ann', 'zoe']),
      strangers: fc.nat(60),
    });
    fc.assert(
      fc.property(crowd, crowd, (ip, email) => {
        const values = [ip, email].map(({ accounts, strangers }) =>
          held(accounts, accounts.length + strangers),
        );
        const [byIp = {}, byEmail = {}] = values;
        const scene = sceneOf({ ...bob, holders: { ip: byIp, email: byEmail } });
        const admitted = values.filter(({ count = 0 }) => count <= DEGREE_CAP);
        const able = new Set(
          admitted.flatMap(({ accounts = [] }) => accounts.map(({ account }) => account)),
        );
        for (const account of siblingsOf(scene)) expect(able).toContain(account);
      }),
    );
  });
});
