import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDoubletake, type OpenDoubletake } from '../open-doubletake.ts';

const NOW = Date.UTC(2026, 2, 1);
const on = (day: number): string => new Date(NOW + (day - 20) * 86_400_000).toISOString();

let engine: OpenDoubletake;
beforeEach(async () => {
  engine = await openDoubletake({ clock: () => NOW });
});
afterEach(async () => engine.close());

let told = 0;
const event = (type: string, fields: object): object => {
  told += 1;
  return { id: `e${told}`, type, at: on(1), ...fields };
};
const seen = (accountId: string, fields: object): object =>
  event('account.observed', { accountId, ...fields });
const referred = (referrerId: string, refereeId: string): object =>
  event('referral.attributed', {
    referralId: `${referrerId}-${refereeId}`,
    programmeId: 'guest-credit',
    referrerId,
    refereeId,
  });
const record = async (...events: readonly object[]): Promise<void> => {
  const answers = await engine.recordMany(events);
  expect(answers.map(({ outcome }) => outcome)).toEqual(events.map(() => 'recorded'));
  await engine.wake();
};
const around = (...ids: readonly string[]) => engine.connections.around(ids, NOW);

describe('who surrounds an account', () => {
  test('those who hold the same values, by their ids, with the values masked', async () => {
    await record(
      seen('ann', { email: 'ann.lee@gmail.com', device: { visitorId: 'v-1', confidence: 1 } }),
      seen('bob', { email: 'annlee@googlemail.com', device: { visitorId: 'v-2', confidence: 1 } }),
      seen('cat', { device: { visitorId: 'v-1', confidence: 1 } }),
      seen('dan', { email: 'someone.else@example.com' }),
    );
    const { middle, shared } = await around('ann');
    expect(middle).toEqual(['ann']);
    expect(shared.map(({ kind, others, count }) => [kind, others, count])).toEqual([
      ['device', ['cat'], 2],
      ['email', ['bob'], 2],
    ]);
    expect(JSON.stringify(shared)).not.toContain('ann.lee');
    expect(shared[1]?.places).toEqual([{ accountId: 'ann', index: 0 }]);
  });

  test('a value of both in the middle is one, in places of both', async () => {
    const device = { installationId: '6f1e3f2a-0000-4000-8000-000000000001' };
    await record(seen('ann', { device }), seen('bob', { device }), seen('cat', { device }));
    const { shared } = await around('ann', 'bob');
    expect(shared).toHaveLength(1);
    expect(shared[0]).toMatchObject({
      places: [
        { accountId: 'ann', index: 0 },
        { accountId: 'bob', index: 0 },
      ],
      others: ['cat'],
      count: 3,
    });
  });

  test('whom they brought, who brought them, and referrals among the others', async () => {
    const device = { installationId: '6f1e3f2a-0000-4000-8000-000000000001' };
    await record(
      seen('ann', { device }),
      seen('bob', { device }),
      seen('cat', { device }),
      seen('eve', { status: 'active' }),
      referred('ann', 'bob'),
      referred('bob', 'cat'),
      referred('eve', 'ann'),
      referred('eve', 'dan'),
    );
    const { referrals } = await around('ann');
    expect(referrals.map(({ referralId }) => referralId).toSorted()).toEqual([
      'ann-bob',
      'bob-cat',
      'eve-ann',
    ]);
  });

  test('a crowd is counted, and twelve of it named', async () => {
    const device = { installationId: '6f1e3f2a-0000-4000-8000-000000000001' };
    const crowd = Array.from({ length: 20 }, (_, n) => seen(`a${n}`, { device }));
    await record(...crowd);
    const { shared } = await around('a0');
    expect(shared[0]?.count).toBe(20);
    expect(shared[0]?.others).toHaveLength(12);
  });

  test('an erased account is gone, a merged one is part of the other', async () => {
    const device = { installationId: '6f1e3f2a-0000-4000-8000-000000000001' };
    await record(seen('ann', { device }), seen('bob', { device }), seen('cat', { device }));
    await record(event('account.erased', { accountId: 'cat' }));
    expect((await around('ann')).shared[0]?.others).toEqual(['bob']);
    await engine.parts.ledger.records.merge({ accountId: 'bob', intoId: 'ann', by: 'lea' }, NOW);
    await record(seen('dan', { device }));
    expect((await around('bob')).middle).toEqual(['ann']);
    expect((await around('ann', 'bob')).shared[0]?.others).toEqual(['dan']);
  });

  test('an account nobody observed has nothing in common with anybody', async () => {
    expect(await around('nobody')).toEqual({ middle: ['nobody'], shared: [], referrals: [] });
    expect(await around()).toEqual({ middle: [], shared: [], referrals: [] });
  });
});
