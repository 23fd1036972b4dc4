import { memoryIdentityGraph } from '@doubletake/graph';
import { LedgerError } from '@doubletake/ledger';
import type { Engine, IdentityGraph } from '@doubletake/scoring';
import { beforeEach, describe, expect, test } from 'vitest';
import { shippedParts } from '../../../../test/support/shipped-parts.ts';
import { eraseAccount } from '../care/erase-account.ts';
import { createEngine } from './engine.ts';
import type { EngineParts } from './parts.ts';

const AT = '2026-05-01T00:00:00Z';
const seen = (accountId: string, email: string): object => ({
  id: `seen-${email}`,
  type: 'account.observed',
  at: AT,
  accountId,
  email,
});
const erased = (accountId: string, id = `erased-${accountId}`): object => ({
  id,
  type: 'account.erased',
  at: AT,
  accountId,
});
const NOBODY = { tokens: 0, holders: 0, accounts: 0 };

/** A graph as processes share it, and how often it was looked through. */
function sharedGraph(): { readonly graph: IdentityGraph; readonly sweeps: () => number } {
  const memory = memoryIdentityGraph();
  let sweeps = 0;
  const sweep: typeof memory.sweep = async (accounts) => {
    sweeps += 1;
    return memory.sweep(accounts);
  };
  return { graph: { ...memory, shared: true, sweep }, sweeps: () => sweeps };
}

let parts: EngineParts;
let sweeps: () => number;
let engine: Engine;
beforeEach(async () => {
  const shared = sharedGraph();
  parts = { ...shippedParts(() => Date.parse(AT)), graph: shared.graph };
  sweeps = shared.sweeps;
  engine = createEngine(parts);
  await engine.recordMany([seen('ann', 'ann.abbot@gmail.com'), seen('bob', 'bob.baker@gmail.com')]);
  expect((await parts.graph.stats()).accounts).toBe(2);
});

const whenErasing = (first: () => Promise<unknown>): EngineParts => {
  const { ledger } = parts;
  const erase: typeof ledger.records.erase = async (...asked) => {
    await first();
    return ledger.records.erase(...asked);
  };
  return { ...parts, ledger: { ...ledger, records: { ...ledger.records, erase } } };
};

const down = async (): Promise<never> => {
  throw new LedgerError('ledger_unavailable', 'the database did not answer');
};

describe('who is erased leaves the graph', () => {
  test('and nobody else does, when the ledger did not erase them', async () => {
    const before = await parts.graph.stats();
    expect(await createEngine(whenErasing(down)).record(erased('ann'))).toMatchObject({
      outcome: 'unavailable',
    });
    expect(await parts.graph.stats()).toEqual(before);
  });

  test('with what another process recorded of them while they were', async () => {
    const other = createEngine(parts);
    const late = async () => other.record(seen('ann', 'second.abbot@gmail.com'));
    await createEngine(whenErasing(late)).recordMany([erased('ann'), erased('bob')]);
    expect(await parts.graph.stats()).toEqual(NOBODY);
    expect(sweeps()).toBe(0);
  });

  test('when a process wrote them once more that had read them before', async () => {
    let isFirst = true;
    const project: IdentityGraph['project'] = async (writes) => {
      if (isFirst && writes.some(({ kind }) => kind === 'account')) {
        isFirst = false;
        await engine.recordMany([erased('ann'), erased('bob')]);
      }
      return parts.graph.project(writes);
    };
    const slow = createEngine({ ...parts, graph: { ...parts.graph, project } });
    await slow.record(seen('ann', 'second.abbot@gmail.com'));
    expect(isFirst).toBe(false);
    expect(await parts.graph.stats()).toEqual(NOBODY);
    expect(sweeps()).toBe(0);
  });

  test('when whoever erased them died before it took them out', async () => {
    for (const accountId of ['ann', 'bob'])
      await parts.ledger.records.erase({
        id: accountId,
        type: 'account.erased',
        at: Date.parse(AT),
        accountId,
      });
    await createEngine(parts).record(seen('cat', 'cat.carter@gmail.com'));
    expect(await parts.graph.stats()).toMatchObject({ accounts: 1 });
  });

  test('when the graph could not be asked, once it can', async () => {
    const { graph } = parts;
    const refused = {
      ...graph,
      cursor: async () => {
        throw new LedgerError('ledger_unavailable', 'as if it were the graph');
      },
    };
    const cutOff = { ...parts, graph: refused };
    await expect(eraseAccount(cutOff, 'ann')).rejects.toThrow('as if');
    expect((await graph.stats()).accounts).toBe(2);
    expect(await eraseAccount(parts, 'ann')).toMatchObject({ before: true });
    expect((await graph.stats()).accounts).toBe(1);
  });

  test('of every other process that keeps a graph of its own', async () => {
    const graph = memoryIdentityGraph();
    const other = createEngine({ ...parts, graph });
    await other.record(seen('cat', 'cat.carter@gmail.com'));
    expect((await graph.stats()).accounts).toBe(3);
    await engine.recordMany([erased('ann'), erased('bob')]);
    await other.record(seen('dan', 'dan.dover@gmail.com'));
    expect((await graph.stats()).accounts).toBe(2);
  });
});

test('processes that erase at the same time leave each other the time to', async () => {
  const other = createEngine(parts);
  await engine.recordMany(
    ['cat', 'dan', 'eve', 'fay'].map((id) => seen(id, `${id}.farmer@gmail.com`)),
  );
  await Promise.all([
    engine.recordMany(['ann', 'cat', 'eve'].map((id) => erased(id))),
    other.recordMany(['bob', 'dan', 'fay'].map((id) => erased(id))),
  ]);
  expect(await parts.graph.stats()).toEqual(NOBODY);
  expect(sweeps()).toBe(0);
});

test('nobody looks for one who was erased before, whatever is told of them still', async () => {
  await engine.record(erased('ann'));
  await createEngine(parts).recordMany([
    seen('ann', 'again.abbot@gmail.com'),
    erased('ann', 'once-more'),
    { id: 'o', type: 'order.updated', at: AT, orderId: 'o', accountId: 'ann', status: 'completed' },
  ]);
  expect(await parts.graph.stats()).toMatchObject({ accounts: 1 });
  expect(sweeps()).toBe(0);
});
