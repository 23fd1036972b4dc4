import type { Committed, DecisionWrite, Ledger, Reward } from '@doubletake/scoring';
import type { LedgerOptions } from '../options.ts';
import { rewardUnknown } from '../reward-unknown.ts';
import { Allowances } from './allowances.ts';
import { compareText } from '../compare-text.ts';
import { DecisionBook } from './decision-book.ts';
import { Entities } from './entities.ts';
import { EventLog } from './event-log.ts';
import { Population } from './population.ts';
import { projectionBatch } from './projection.ts';
import { owe, record } from './recorder.ts';
import { screeningRecord } from './screening-record.ts';
import { TimerQueue } from './timer-queue.ts';

/** The reference model: a ledger that lives as long as the process. Nothing is sealed, for nothing is written down. */
export function memoryLedger(options: LedgerOptions = {}): Ledger {
  const entities = new Entities();
  const book = new DecisionBook();
  const log = new EventLog();
  const population = new Population();
  const allowances = new Allowances();
  const timers = new TimerQueue();
  const into = { log, entities, population, book, timers, options };
  const shelves = { entities, book, population, allowances };
  const commit = (write: DecisionWrite): Committed => {
    const committed = book.commit(write);
    owe(into, write.decision.rewardId);
    return committed;
  };
  return {
    append: async (events) => events.map((event) => record(into, event)),
    read: async (rewardId, asOf) => screeningRecord(shelves, rewardId, asOf),
    readMany: async (ids, asOf) => ids.map((id) => screeningRecord(shelves, id, asOf)),
    commit: async (write) => {
      mustHaveAccrued(entities, [write]);
      return commit(write);
    },
    commitMany: async (writes) => {
      mustHaveAccrued(entities, writes);
      return writes.map(commit);
    },
    decided: async (rewardId, trigger) => book.byTrigger(rewardId, trigger),
    decision: async (decisionId) => book.byId(decisionId),
    decisionsOn: async (rewardId) => book.on(rewardId),
    rewardsOf: async (orderId) => rewardsOf(entities, orderId),
    profile: async (accountId) => entities.profiles.state(accountId),
    timers: async (until, limit) => timers.until(until, limit),
    changes: async (cursor, limit) => projectionBatch({ log, entities, options }, cursor, limit),
    allow: async (allowance) => {
      if (allowances.add(allowance)) log.mark(`allowance:${allowance.allowanceId}`);
    },
    close: async () => {},
  };
}

function mustHaveAccrued(entities: Entities, writes: readonly DecisionWrite[]): void {
  const unknown = writes
    .map(({ decision }) => decision.rewardId)
    .filter((id) => entities.rewards.state(id) === undefined);
  if (unknown.length > 0) throw rewardUnknown([...new Set(unknown)].toSorted().join(', '));
}

function rewardsOf(entities: Entities, orderId: string): readonly Reward[] {
  return [...entities.rewardsForOrder.of(orderId)]
    .flatMap((id) => entities.rewards.state(id) ?? [])
    .toSorted((a, b) => a.accruedAt - b.accruedAt || compareText(a.rewardId, b.rewardId));
}
