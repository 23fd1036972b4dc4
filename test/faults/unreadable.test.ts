import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { doubletake } from '../support/doubletake-command.ts';
import { KEYS_FILE, openAt, query, startServers, type Place, type Servers } from './stores.ts';
import { NOW, referralEvents, rewardsOf } from './referrals.ts';

let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(async () => servers.stop());

const DUE = [1, 2, 3, 4].map((n) => rewardsOf(n)[0]);

/** Four pairs whose rewards are asked for, of which one row was changed behind the ledger's back. */
async function broken(change: string): Promise<Place> {
  const place = await servers.place();
  const engine = await openAt(place);
  await engine.recordMany([1, 2, 3, 4].flatMap(referralEvents));
  const at = new Date(NOW - 60_000).toISOString();
  await engine.recordMany(
    DUE.map((rewardId) => ({ id: `due-${rewardId}`, type: 'reward.due', at, rewardId })),
  );
  await engine.close();
  await query(place.databaseUrl, change);
  return place;
}

const flipped = (column: string): string =>
  `${column} = set_byte(${column}, 40, (get_byte(${column}, 40) + 1) % 256)`;

test('a profile that does not open holds its own rewards for a person, and nobody else’s', async () => {
  const place = await broken(
    `update accounts set ${flipped('profile')} where account_id = 'friend-3'`,
  );
  const engine = await openAt(place);
  const woken = new Map((await engine.wake()).map((decision) => [decision.rewardId, decision]));
  const asked = await engine.screenMany(DUE);
  for (const [nth, rewardId] of DUE.entries()) {
    const isBroken = rewardId === 'rew-3-link';
    for (const decision of [woken.get(rewardId), asked[nth]])
      expect(decision).toMatchObject(
        isBroken
          ? { outcome: 'hold', action: 'review', degraded: 'ledger_seal_broken' }
          : { rewardId },
      );
    if (!isBroken) expect(asked[nth]).not.toHaveProperty('degraded');
  }
  const { cases } = await engine.parts.ledger.desk.page({ filter: { id: 'rew-3-link' } });
  expect(cases).toMatchObject([{ case: { state: 'open', reasons: ['RECORD_UNREADABLE'] } }]);
  // What is told of others meanwhile reaches the graph.
  expect(await engine.recordMany(referralEvents(5))).toMatchObject(
    referralEvents(5).map(() => ({ outcome: 'recorded' })),
  );
  expect(await engine.screen('rew-5-link')).not.toHaveProperty('degraded');
  await engine.close();
});

test('a profile that does not open is made anew from what was recorded, with the next that is told of it', async () => {
  const place = await broken(
    `update accounts set ${flipped('profile')} where account_id = 'friend-3'`,
  );
  const engine = await openAt(place);
  const at = new Date(NOW - 30_000).toISOString();
  const seen = { id: 'seen-again', type: 'account.observed', at, accountId: 'friend-3' };
  const told = [{ ...seen, status: 'active' }, ...referralEvents(5)];
  const recorded = told.map(() => ({ outcome: 'recorded' }));
  expect(await engine.recordMany(told)).toMatchObject(recorded);
  expect(await engine.screen('rew-3-link')).not.toHaveProperty('degraded');
  expect(await engine.parts.ledger.profile('friend-3')).toMatchObject({
    status: 'active',
    emails: [{ value: 'friend-3.3@example.com' }],
  });
  await engine.close();
});

test('the retention job passes over whom something does not open of, names them, and goes on with the rest', async () => {
  const place = await broken(
    `update events set ${flipped('sealed')} where event_id = 'seen-friend-3'`,
  );
  const cwd = await mkdtemp(join(tmpdir(), 'doubletake-'));
  await writeFile(join(cwd, 'keys.json'), KEYS_FILE);
  const env = {
    DATABASE_URL: place.databaseUrl,
    REDIS_URL: place.redisUrl,
    DOUBLETAKE_REDIS_PREFIX: place.prefix,
    DOUBLETAKE_KEYS_FILE: join(cwd, 'keys.json'),
  };
  // By the machine's clock, by which all of them are past their time.
  const ran = await doubletake(['expire', '--json'], { cwd, env });
  expect(ran).toMatchObject({
    code: 1,
    err: expect.stringMatching(
      /"ledger_seal_broken","message":"something observed of `friend-3` does not open"/u,
    ) as unknown,
  });
  expect(JSON.parse(ran.out)).toMatchObject({ accounts: 5, observations: 5, unreadable: 1 });
  // The person gets the rest, and whoever exports it is told that something is missing.
  const exported = await doubletake(['export', 'friend-3'], { cwd, env });
  expect(exported).toMatchObject({
    code: 1,
    err: 'ledger_seal_broken: the event `seen-friend-3` does not open\n',
  });
  expect(JSON.parse(exported.out)).toMatchObject({ accountId: 'friend-3', profile: {} });
  await rm(cwd, { recursive: true });
});

test('a payment instrument of an order that does not open holds that order’s rewards alike', async () => {
  const place = await broken(`select 1`);
  const engine = await openAt(place);
  const order = { type: 'order.updated', orderId: 'ord-2', accountId: 'friend-2' };
  const payment = { kind: 'card', fingerprint: 'card-of-2' };
  const at = new Date(NOW - 86_400_000).toISOString();
  await engine.record({ ...order, id: 'paid-by', at, status: 'completed', payment });
  await query(
    place.databaseUrl,
    `update orders set ${flipped('payment')} where order_id = 'ord-2' and payment is not null`,
  );
  const [, two, three] = await engine.screenMany(DUE);
  expect(two).toMatchObject({
    outcome: 'hold',
    action: 'review',
    degraded: 'ledger_seal_broken',
  });
  expect(three).not.toHaveProperty('degraded');
  // It stays held whatever comes, until it was looked at.
  expect(await engine.screen('rew-2-link')).toMatchObject({ action: 'review', standing: 'hold' });
  await engine.close();
});
