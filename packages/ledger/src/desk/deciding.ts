import {
  isGrantable,
  UNDO_WINDOW,
  type CaseSeen,
  type CaseState,
  type Instant,
  type ReviewCase,
  type Conclusion,
} from '@doubletake/scoring';
import { hindrance } from './hindrance.ts';
import { present } from '../present.ts';
import { unleased } from './leasing.ts';
import type { Step, Steps } from './step.ts';

/** How a case is decided, by one person or two. */
export const DECIDING: Steps<
  'conclude' | 'undo' | 'approve' | 'send_back' | 'set_aside' | 'opine'
> = {
  conclude: (held, command) => {
    const refusal = hindrance(held, command);
    if (refusal !== undefined) return refusal;
    const { secondPersonFrom, undoFor = UNDO_WINDOW, at } = command;
    const { outcome, reason, label, allowance, by } = command;
    // A block stands whatever else is found.
    if (outcome === 'release' && isChanged(held, command.seen)) return 'case_changed';
    const mayAllow = allowance === undefined || isGrantable({ ...allowance, owner: by }, at);
    if (!mayAllow || (allowance !== undefined && outcome !== 'release')) return 'allowance_unfit';
    // INVARIANT: an exception lets any amount of the pair pass: where two must agree from some amount on, so must they on it.
    const alone =
      secondPersonFrom === undefined ||
      (allowance === undefined && held.amount.minor < secondPersonFrom);
    const conclusion: Conclusion = {
      ...seen(held, command),
      outcome,
      reason,
      status: alone ? 'pending' : 'awaiting_second',
      ...(alone ? { finalAt: at + undoFor } : {}),
      ...(allowance === undefined ? {} : { allowance }),
    };
    const { commandId, status } = conclusion;
    return standing(held, conclusion, { commandId, outcome, reason, label, status });
  },

  undo: (held, { by, at, commandId }) => {
    const { conclusion } = held;
    if (conclusion?.commandId !== commandId) return 'nothing_to_undo';
    if (conclusion.status !== 'pending' && conclusion.status !== 'awaiting_second')
      return 'undo_over';
    if ((conclusion.second ?? conclusion).by !== by) return 'not_the_author';
    if (conclusion.finalAt !== undefined && at >= conclusion.finalAt) return 'undo_over';
    if (conclusion.second === undefined) return withdrawn(held, conclusion, 'undone');
    const { second: _, finalAt: _finalAt, ...first } = conclusion;
    const back: Conclusion = { ...first, status: 'awaiting_second' };
    return standing({ ...held, revised: true }, back, { commandId });
  },

  approve: (held, { by, at, commandId, undoFor = UNDO_WINDOW }) => {
    const { conclusion } = held;
    if (conclusion?.commandId !== commandId) return 'nothing_to_approve';
    if (conclusion.second?.by === by) return 'repeated';
    if (conclusion.status !== 'awaiting_second') return 'nothing_to_approve';
    if (conclusion.by === by) return 'second_person_needed';
    const approved: Conclusion = {
      ...conclusion,
      status: 'pending',
      second: { by, at },
      finalAt: at + undoFor,
    };
    return standing(held, approved, { commandId });
  },

  send_back: (held, { by, commandId, reason }) => {
    const { conclusion } = held;
    if (conclusion?.commandId !== commandId || conclusion.status !== 'awaiting_second')
      return 'nothing_to_approve';
    if (conclusion.by === by) return 'second_person_needed';
    const { case: back, ...step } = withdrawn(held, conclusion, 'sent_back');
    return { ...step, case: unleased(back), details: { commandId, reason } };
  },

  set_aside: (held, { commandId }) => {
    const { conclusion, state } = held;
    if (conclusion?.commandId !== commandId || state !== 'final') return 'nothing_to_undo';
    const { case: back, ...step } = withdrawn(held, conclusion, 'overtaken');
    return { ...step, case: unleased(back) };
  },

  opine: (held, command) => {
    const { commandId, label } = command;
    const conclusion: Conclusion = { ...seen(held, command), status: 'opinion' };
    return { case: held, conclusion, details: { commandId, label } };
  },
};

function isChanged({ decisionId, amount }: ReviewCase, saw: CaseSeen | undefined): boolean {
  if (saw === undefined) return false;
  const { minor, currency } = saw.amount;
  return saw.decisionId !== decisionId || minor !== amount.minor || currency !== amount.currency;
}

/** What every label says: of which case, on which evidence, by whom, whether blind. */
function seen(
  { caseId, rewardId, programmeId, decisionId, rules, state, ...held }: ReviewCase,
  command: Pick<Conclusion, 'commandId' | 'by' | 'at' | 'label' | 'scoreVisible'>,
): Omit<Conclusion, 'status'> {
  const { commandId, by, at, label, scoreVisible } = command;
  const { amount, orderId, referrerId, refereeId, beneficiaryId } = held;
  const about = present({ amount, orderId, referrerId, refereeId, beneficiaryId });
  const of = { caseId, rewardId, programmeId, decisionId, rules, about, from: state };
  return { ...of, commandId, by, at, label, scoreVisible };
}

function standing(
  held: ReviewCase,
  conclusion: Conclusion,
  details: Step['details'] & object,
): Step {
  const state: CaseState = conclusion.status === 'pending' ? 'pending' : 'awaiting_second';
  return { case: { ...held, state, conclusion }, conclusion, details };
}

function withdrawn(
  held: ReviewCase,
  conclusion: Conclusion,
  status: 'undone' | 'sent_back' | 'overtaken',
): Step {
  const { conclusion: _, ...rest } = held;
  // It may have become late in between.
  const late = conclusion.from === 'open' && rest.escalation !== undefined;
  return {
    case: { ...rest, state: late ? 'escalated' : conclusion.from, revised: true },
    conclusion: { ...conclusion, status },
    details: { commandId: conclusion.commandId },
  };
}

/** The conclusion nobody can take back any more. */
export function finalised(held: ReviewCase, at: Instant): Step | undefined {
  const { conclusion } = held;
  if (held.state !== 'pending' || conclusion?.finalAt === undefined || conclusion.finalAt > at)
    return;
  const final: Conclusion = { ...conclusion, status: 'final' };
  const details = { commandId: conclusion.commandId, state: 'final' };
  return { case: { ...held, state: 'final', conclusion: final }, conclusion: final, details };
}
