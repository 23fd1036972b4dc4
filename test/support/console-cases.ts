import type { AccountWork, CaseWork } from '@doubletake/console';
import { openDoubletake, type OpenDoubletake } from 'doubletake';
import { told } from './held-reward.ts';

/** Case work over a ledger in memory, with an engine that opens and decides cases. */
export interface TestCases {
  readonly work: CaseWork;
  readonly accounts: AccountWork;
  readonly engine: OpenDoubletake;
  /** Has that many rewards held; the cases that opened. */
  readonly hold: (count: number) => Promise<readonly string[]>;
}

export async function testCases(clock: () => number): Promise<TestCases> {
  const engine = await openDoubletake({ clock });
  const { ledger, policy } = engine.parts;
  const work: CaseWork = { desk: ledger.desk, ledger, trail: ledger.audit, engine, policy };
  const hold = async (count: number): Promise<readonly string[]> => {
    for (let n = 1; n <= count; n += 1) await engine.recordMany(told(n));
    const decisions = await engine.wake();
    return decisions.flatMap(({ action, decisionId }) => (action === 'review' ? [decisionId] : []));
  };
  const accounts = { overviews: ledger.overviews, connections: engine.connections };
  return { work, accounts, engine, hold };
}
