import { randomBytes } from 'node:crypto';
import { startConsole, type ConsoleOptions, type RunningConsole } from '@doubletake/console';
import type { OpenDoubletake } from '../open-doubletake.ts';

/** What a console is told besides what it works on. */
export type ConsoleSettings = Omit<
  ConsoleOptions,
  'access' | 'audit' | 'cases' | 'accounts' | 'outbox' | 'now' | 'random'
>;

/** The review console on an engine's own stores, rules and clock: the one place that puts the two together. */
export function consoleOn(
  engine: OpenDoubletake,
  settings: ConsoleSettings,
): Promise<RunningConsole> {
  const { ledger, policy, clock } = engine.parts;
  return startConsole({
    ...settings,
    access: ledger.access,
    audit: ledger.audit,
    cases: { desk: ledger.desk, ledger, trail: ledger.audit, engine, policy },
    outbox: ledger.outbox,
    accounts: { overviews: ledger.overviews, connections: engine.connections },
    now: clock,
    random: randomBytes,
  });
}
