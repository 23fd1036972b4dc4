import type { Ledger, Reward } from '@doubletake/scoring';
import type { LedgerOptions } from '../options.ts';
import { Allowances } from './allowances.ts';
import { compareText } from './compare-text.ts';
import { DecisionBook } from './decision-book.ts';
import { Entities } from './entities.ts';
import { EventLog } from './event-log.ts';
import { Population } from './population.ts';
import { projectionBatch } from './projection.ts';
import { record } from './recorder.ts';
import { screeningRecord } from './screening-record.ts';

/** The reference model: a ledger that lives as long as the process. Nothing is sealed, for nothing is written down. */
export function memoryLedger(options: LedgerOptions = {}): Ledger {
  const entities = new Entities();
  const book = new DecisionBook();
  const log = new EventLog();
  const population = new Population();
  const allowances = new Allowances();
  const into = { log, entities, population, book, options };
  const shelves = { entities, book, population, allowances };
  return {
    append: async (events) => events.map((event) => record(into, event)),
    read: async (rewardId, asOf) => screeningRecord(shelves, rewardId, asOf),
    readMany: async (ids, asOf) => ids.map((id) => screeningRecord(shelves, id, asOf)),
    commit: async (write) => book.commit(write),
    commitMany: async (writes) => writes.map((write) => book.commit(write)),
    decided: async (rewardId, trigger) => book.byTrigger(rewardId, trigger),
    decision: async (decisionId) => book.byId(decisionId),
    decisionsOn: async (rewardId) => book.on(rewardId),
    rewardsOf: async (orderId) => rewardsOf(entities, orderId),
    profile: async (accountId) => entities.profiles.state(accountId),
    timers: async (until, limit) => book.timers.until(until, limit),
    changes: async (cursor, limit) => projectionBatch({ log, entities, options }, cursor, limit),
    allow: async (allowance) => {
      if (allowances.add(allowance)) log.mark(`allowance:${allowance.allowanceId}`);
    },
    close: async () => {},
  };
}

function rewardsOf(entities: Entities, orderId: string): readonly Reward[] {
  return [...entities.rewardsForOrder.of(orderId)]
    .flatMap((id) => entities.rewards.state(id) ?? [])
    .toSorted((a, b) => a.accruedAt - b.accruedAt || compareText(a.rewardId, b.rewardId));
}
