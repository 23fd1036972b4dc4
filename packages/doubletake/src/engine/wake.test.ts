import { memoryIdentityGraph } from '@doubletake/graph';
import { memoryLedger } from '@doubletake/ledger';
import { expect, test } from 'vitest';
import { HELD_AT, told } from '../../../../test/support/held-reward.ts';
import { passingHashing } from '../hashing.ts';
import { defaultRulesDir, loadRules, policyOf } from '../rules-folder.ts';
import { createEngine } from './engine.ts';
import type { EngineParts } from './parts.ts';

function parts(): EngineParts {
  const loaded = loadRules(defaultRulesDir());
  if (!loaded.ok) throw new Error('the rules that come with the package have problems');
  return {
    ledger: memoryLedger(),
    graph: memoryIdentityGraph(),
    policy: policyOf(loaded.value),
    hashing: passingHashing(),
    clock: () => HELD_AT,
    newId: () => 'id',
  };
}

test('a decision is given by one wake alone, however many run at once', async () => {
  const shared = parts();
  const engines = [createEngine(shared), createEngine(shared), createEngine(shared)];
  await engines[0]?.recordMany([1, 2, 3, 4].flatMap((n) => told(n)));
  const given = await Promise.all(engines.map((engine) => engine.wake()));
  expect(given.flat().map(({ rewardId }) => rewardId)).toHaveLength(4);
  expect(new Set(given.flat().map(({ rewardId }) => rewardId))).toEqual(
    new Set(['r1', 'r2', 'r3', 'r4']),
  );
  expect(await engines[0]?.wake()).toEqual([]);
});
