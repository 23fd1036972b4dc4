import { expect, test } from 'vitest';
import { told } from '../../../../test/support/friends-of-ann.ts';
import { shippedParts } from '../../../../test/support/shipped-parts.ts';
import { rebuildGraph } from '../care/rebuild-graph.ts';
import { createEngine } from '../engine/engine.ts';
import type { EngineParts } from '../engine/parts.ts';
import { retokenise } from './rewrite.ts';

test('whoever is erased while everybody gets new tokens gets none', async () => {
  const parts = shippedParts(() => Date.UTC(2026, 1, 20));
  const engine = createEngine(parts);
  await engine.recordMany(told(['bob', 'carla']));
  const erasure = { id: 'gone', type: 'account.erased', at: '2026-02-19T00:00:00Z' };
  let isErased = false;
  const changes: EngineParts['ledger']['changes'] = async (...asked) => {
    const batch = await parts.ledger.changes(...asked);
    if (!isErased) {
      isErased = true;
      expect(await engine.record({ ...erasure, accountId: 'bob' })).toMatchObject({
        outcome: 'recorded',
      });
    }
    return batch;
  };
  await retokenise({ ...parts, ledger: { ...parts.ledger, changes } }, 0, () => {});
  const rewritten = await parts.graph.stats();
  expect(rewritten).toEqual(await rebuildGraph(parts, () => {}));
});
