import { randomBytes } from 'node:crypto';
import type {
  AccountRecords,
  Appended,
  AuditEntry,
  Committed,
  DecisionWrite,
  DomainEvent,
  Reward,
} from '@doubletake/scoring';
import type { LedgerOptions } from '../options.ts';
import type { ReviewedLedger } from '../reviewed-ledger.ts';
import { erasedBy } from '../erasure.ts';
import { checkedEntry } from '../audit/check-entry.ts';
import { checkAllowance, endEntry, ERASED, endsAllowances } from '../allowance.ts';
import { rewardUnknown } from '../reward-unknown.ts';
import { storable } from '../storable.ts';
import { untilErasure } from '../until-erasure.ts';
import { Allowances } from './allowances.ts';
import { compareText } from '../compare-text.ts';
import { CaseBook } from './case-book.ts';
import { closeReversed } from './close-reversed.ts';
import { commitDecision, rehearse } from './commit-decision.ts';
import { DecisionBook } from './decision-book.ts';
import { Entities } from './entities.ts';
import { EventLog } from './event-log.ts';
import { forgetWords } from './forget-words.ts';
import { memoryAccessStore } from './memory-access-store.ts';
import { MemoryAuditTrail } from './memory-audit-trail.ts';
import { memoryDesk } from './memory-desk.ts';
import { memoryCensus } from './memory-census.ts';
import { memoryKeyChecks } from './memory-key-checks.ts';
import { MemoryNotes } from './memory-notes.ts';
import { memoryOutbox } from './memory-outbox.ts';
import { memoryDirectory } from './memory-directory.ts';
import { memoryOverviews } from './memory-overviews.ts';
import { historyOf, memoryRecords } from './memory-records.ts';
import { memoryUpkeep } from './memory-upkeep.ts';
import { Population } from './population.ts';
import { projectionBatch } from './projection.ts';
import { owe, record } from './recorder.ts';
import { recallingCorrected } from './recall-corrected.ts';
import { restatingClaims } from './restate-claims.ts';
import { screeningRecord } from './screening-record.ts';
import { TimerQueue } from './timer-queue.ts';

/** The reference model: a ledger that lives as long as the process. Nothing is sealed, for nothing is written down. */
export function memoryLedger(options: LedgerOptions = {}): ReviewedLedger {
  const entities = new Entities();
  const book = new DecisionBook();
  const log = new EventLog();
  const population = new Population();
  const allowances = new Allowances();
  const timers = new TimerQueue();
  const into = { log, entities, population, book, timers, options };
  const cases = new CaseBook();
  const shelves = { entities, book, cases, population, allowances, log };
  const keeping = { log, entities, book, cases };
  const notes = new MemoryNotes();
  const audit = new MemoryAuditTrail(options.auditKey ?? randomBytes(32));
  const outbox = memoryOutbox(audit, book);
  const commit = (write: DecisionWrite): Committed => {
    const { decision } = write;
    const committed = commitDecision(keeping, write);
    if (committed.outcome === 'committed') {
      outbox.tell(decision, cases.find(decision.decisionId) !== undefined);
      const reward = entities.rewards.state(decision.rewardId);
      const pair = entities.referrals.state(reward?.referralId ?? '');
      if (pair !== undefined && endsAllowances(decision)) allowances.endFor(pair, decision.at);
    }
    owe(into, decision.rewardId);
    return committed;
  };
  const appendOne = (event: DomainEvent): Appended => {
    const answer = record(into, event);
    if (answer.outcome === 'recorded' && event.type === 'account.erased') {
      const accountId = entities.nameOf(event.accountId);
      const gone = [accountId, ...entities.namesOf(accountId)];
      forgetWords({ entities, cases, notes, allowances }, gone);
    }
    return answer;
  };
  const append = (events: readonly DomainEvent[], entry?: AuditEntry): Appended[] => {
    if (entry !== undefined) checkedEntry(entry);
    const restate = restatingClaims(keeping, events);
    const recall = recallingCorrected(into, cases, events);
    const answers: Appended[] = [];
    for (const run of untilErasure(events)) {
      const answered = run.map(appendOne);
      closeReversed(keeping, run, answered);
      answers.push(...answered);
    }
    recall(answers);
    restate();
    if (entry !== undefined && events.length > 0) audit.add(entry);
    return answers;
  };
  const records: AccountRecords = {
    ...memoryRecords({ ...into, cases }, allowances, audit),
    erase: async (event, entry) => {
      const history = historyOf(into, event.accountId);
      return erasedBy(append([event], entry), history);
    },
  };
  return storable<ReviewedLedger>({
    desk: memoryDesk({ entities, cases, notes, audit }),
    access: memoryAccessStore(),
    audit,
    outbox,
    records,
    overviews: memoryOverviews({ records, allowances, entities, book }),
    directory: memoryDirectory(),
    census: memoryCensus(into),
    upkeep: memoryUpkeep(into, cases),
    keyChecks: memoryKeyChecks(),
    append: async (events, entry) => append(events, entry),
    read: async (rewardId, asOf) => screeningRecord(shelves, rewardId, asOf),
    readMany: async (ids, asOf) => ids.map((id) => screeningRecord(shelves, id, asOf)),
    commit: async (write) => {
      mustHaveAccrued(entities, [write]);
      return commit(write);
    },
    commitMany: async (writes) => {
      mustHaveAccrued(entities, writes);
      rehearse(keeping, writes);
      return writes.map(commit);
    },
    decided: async (rewardId, trigger) => book.byTrigger(rewardId, trigger),
    decision: async (decisionId) => book.byId(decisionId),
    decisionsOn: async (rewardId) => book.on(rewardId),
    rewardsOf: async (orderId) => rewardsOf(entities, orderId),
    profile: async (accountId) => entities.profiles.state(accountId),
    timers: async (until, limit) => timers.until(until, limit),
    changes: async (cursor, limit) => projectionBatch({ log, entities, options }, cursor, limit),
    allow: async (allowance, at) => {
      checkAllowance(allowance, at);
      const { referrerId, refereeId } = allowance;
      const pair = {
        referrerId: entities.nameOf(referrerId),
        refereeId: entities.nameOf(refereeId),
      };
      const isErased = entities.erased.has(pair.referrerId) || entities.erased.has(pair.refereeId);
      // It may have been written before.
      const reason = isErased ? ERASED : allowance.reason;
      if (allowances.add({ ...allowance, ...pair, reason }))
        log.mark(`allowance:${allowance.allowanceId}`);
    },
    disallow: async (end) => {
      const entry = checkedEntry(endEntry(end));
      const ended = allowances.end(end.allowanceId, end.at);
      if (ended) audit.add(entry);
      return ended;
    },
    close: async () => {},
  });
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
