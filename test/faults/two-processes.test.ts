import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Rule } from '@doubletake/rules';
import { defaultRulesDir } from 'doubletake';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Host } from './host.ts';
import { runHostProcess } from './host-processes.ts';
import { expectPromiseKept } from './promise.ts';
import { rewardsOf } from './referrals.ts';
import { openAt, startServers, type Servers } from './stores.ts';

let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(async () => servers.stop());

test('two processes that record and screen the same rewards at once agree on every word', async () => {
  const place = await servers.place();
  const engine = await openAt(place);
  const hosts = [new Host(engine), new Host(engine)];
  // The second hears nothing that the first does not, and asks with the same triggers.
  const ends = await Promise.all(
    hosts.map(async (host) => runHostProcess(place, host, { from: 0, count: 60 })),
  );
  expect(ends).toEqual([
    [0, null],
    [0, null],
  ]);
  const [one = [], other = []] = hosts.map(({ answers }) =>
    answers.toSorted((a, b) => (a.decision.decisionId < b.decision.decisionId ? -1 : 1)),
  );
  expect(one).toHaveLength(180);
  expect(other).toEqual(one);
  await expectPromiseKept(hosts, place, engine);
  await engine.close();
});

/** The rules that come with the package, and one of a team's own. */
async function ownRules(rule: Rule): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'own-rules-'));
  await cp(defaultRulesDir(), folder, { recursive: true });
  const file = path.join(folder, 'packs', 'four-controls', `${rule.name}.rule.json`);
  await writeFile(file, JSON.stringify(rule));
  return folder;
}

test('two processes at once pay a beneficiary no more than a rule on the sum of it allows', async () => {
  const place = await servers.place();
  // What one referral gives: each referrer here has two.
  const rules = await ownRules({
    name: 'spent',
    description: 'No more than 20 EUR a year.',
    mode: 'live',
    conditions: {
      all: [
        { fact: 'reward.paid', operator: 'equal', value: false },
        { fact: 'beneficiary.rewarded365dMinor', operator: 'greaterThanInclusive', value: 2000 },
      ],
    },
    event: { type: 'hold', params: { reason: 'REWARD_CAP' } },
  });
  const engines = await Promise.all([openAt(place, { rules }), openAt(place, { rules })]);
  const [one, other] = [new Host(engines[0]), new Host(engines[1])];
  const referrers = Array.from({ length: 30 }, (_, n) => n);
  for (const n of referrers) await Promise.all([one.tell(2 * n), other.tell(2 * n + 1)]);
  // In steps, so that both are at the same referrer at the same moment.
  for (const n of referrers) await Promise.all([one.ask(2 * n), other.ask(2 * n + 1)]);
  expect([...one.refusals, ...other.refusals]).toEqual([]);
  const paid = new Map<number, number>();
  for (const { decision } of [...one.answers, ...other.answers])
    for (const n of referrers) {
      const own = [2 * n, 2 * n + 1].flatMap((each) => rewardsOf(each).slice(0, 2));
      if (decision.action === 'pay' && own.includes(decision.rewardId))
        paid.set(n, (paid.get(n) ?? 0) + 1);
    }
  expect(paid.size).toBeGreaterThan(0);
  expect(Math.max(...paid.values())).toBe(1);
  await Promise.all(engines.map((engine) => engine.close()));
  await rm(rules, { recursive: true });
});
