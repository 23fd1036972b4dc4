import type { CaseAnswer, CaseCommand, Conclusion, ReviewCase } from '@doubletake/scoring';
import { answerOf, noteWith } from '../../desk/answer.ts';
import { auditEntry } from '../../desk/audit-entry.ts';
import type { Step, Stepped } from '../../desk/step.ts';
import { takeStep } from '../../desk/take-step.ts';
import type { Sealer } from '../../seal/sealer.ts';
import type { Queryable, Transaction } from '../database.ts';
import type { SqlAuditTrail } from '../sql-audit-trail.ts';
import { type Statement, statement } from '../statement.ts';
import { putNote } from './notes.ts';

/** What an act on a case in SQL needs at hand. */
export interface DeskTools {
  readonly sealer: Sealer;
  readonly audit: SqlAuditTrail;
}

const CASE = statement('desk/case');
const LOCK_CASE = statement('desk/lock-case');
const LOCK_LEASE = statement('desk/lock-lease');
const CONCLUSION = statement('desk/conclusion');
const RESTATE = statement('restate-cases');
const PUT_CASE = statement('desk/put-case');
const PUT_CONCLUSION = statement('desk/put-conclusion');

/** Does one thing to one case. */
export async function act(
  tx: Transaction,
  command: CaseCommand,
  tools: DeskTools,
): Promise<CaseAnswer> {
  // A case that is being served is locked already: its reward could be waited for in a ring.
  const lock = command.do === 'claim' ? LOCK_LEASE : LOCK_CASE;
  const { held, stepped } = await look(tx, command, lock);
  if (typeof stepped !== 'object') return answerOf(stepped, held);
  const note = noteWith(command);
  if (!(await put(tx, stepped))) return answerOf('command_conflict', held);
  if (note !== undefined) await putNote(tx, tools.sealer, note);
  const { details } = stepped;
  if (details !== undefined) await tools.audit.add(tx, auditEntry(command, details));
  if (command.do !== 'reopen') return answerOf(stepped, held);
  // It was told nothing while it was closed.
  tx.send(RESTATE, [[stepped.case.rewardId]]);
  const [again] = await tx.query<{ held: ReviewCase }>(CASE, [command.caseId]);
  return answerOf({ ...stepped, case: again?.held ?? stepped.case }, held);
}

/** What the act would answer. */
export async function preview(db: Queryable, command: CaseCommand): Promise<CaseAnswer> {
  const { held, stepped } = await look(db, command, CASE);
  return answerOf(stepped, held);
}

async function look(
  on: Queryable,
  command: CaseCommand,
  read: Statement,
): Promise<{ readonly held: ReviewCase | undefined; readonly stepped: Stepped }> {
  // INVARIANT: what the command concluded before is read after the case is locked, in a statement of its own.
  const [rows, given] = await Promise.all([
    on.query<{ held: ReviewCase }>(read, [command.caseId]),
    'commandId' in command
      ? on.query<{ conclusion: Conclusion }>(CONCLUSION, [command.commandId])
      : [],
  ]);
  const held = rows[0]?.held;
  return { held, stepped: takeStep(held, command, given[0]?.conclusion) };
}

/** Writes what a step leaves behind; false when its command id is taken. */
export async function put(tx: Transaction, { case: held, conclusion }: Step): Promise<boolean> {
  if (conclusion !== undefined) {
    const kept = await tx.query(PUT_CONCLUSION, [JSON.stringify(conclusion)]);
    if (kept.length === 0) return false;
  }
  await tx.query(PUT_CASE, [held.caseId, JSON.stringify(held)]);
  return true;
}
