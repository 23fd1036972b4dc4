import type { Programme, QueuedCase } from '@doubletake/scoring';
import type { QueueRow } from '../models/cases.ts';
import { CASE_STATE_WORDS } from './case-state.ts';
import { shownDue } from './due.ts';
import { shownHand } from './hand.ts';
import { shownMoney } from './money.ts';
import { partiesOf } from './parties.ts';
import { reasonWords } from './reason.ts';
import type { Reader } from './reader.ts';
import { shownScore } from './score.ts';
import { shownEscalation } from './why.ts';

const CHIPS = 3;

/** A case as the queue shows it. */
export function queueRow(
  { case: held, linked }: QueuedCase,
  reader: Reader,
  programmes: ReadonlyMap<string, Programme>,
): QueueRow {
  const { caseId, assignee, reasons, programmeId } = held;
  return {
    caseId,
    state: CASE_STATE_WORDS[held.state],
    escalation: shownEscalation(held, reader),
    hand: shownHand(held, reader),
    assignee: assignee === undefined ? undefined : reader.names(assignee),
    score: shownScore(held.score),
    amount: shownMoney(held.amount),
    reasons: reasons.slice(0, CHIPS).map(reasonWords),
    moreReasons: Math.max(0, reasons.length - CHIPS),
    linked,
    due: shownDue(held, reader),
    programme: programmes.get(programmeId)?.name ?? programmeId,
    parties: partiesOf(held),
  };
}
