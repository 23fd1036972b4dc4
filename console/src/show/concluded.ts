import type { Conclusion, Note, ReviewCase } from '@doubletake/scoring';
import type { SignedIn } from '../asked.ts';
import type { FormProblems } from '../form.ts';
import { SEND_BACK_REASONS } from '../handlers/cases/why-field.ts';
import type { ApproveForm, ShownConcluded } from '../models/second-looks.ts';
import { may } from '../permissions.ts';
import type { Reader } from './reader.ts';
import { reasonWords } from './reason.ts';
import { shownTime } from './time.ts';
import { whyOptions } from './why.ts';

interface Concluded {
  readonly held: ReviewCase;
  readonly notes: readonly Note[];
  /** Whether it is the only one on the page. */
  readonly alone: boolean;
  readonly problems?: FormProblems;
}

/** What was concluded about a case, with what this person may do about it; nothing when nothing was. */
export function shownConcluded(
  asked: SignedIn,
  reader: Reader,
  { held, notes, alone, problems = {} }: Concluded,
): ShownConcluded | undefined {
  const { caseId, conclusion } = held;
  if (conclusion === undefined) return undefined;
  const { commandId, at, by } = conclusion;
  const approvable = held.state === 'awaiting_second' && may(asked.user.role, 'cases.approve');
  const own = by === reader.userId;
  return {
    caseId,
    commandId,
    at: shownTime(at, reader.zone),
    facts: factsOf(conclusion, reader),
    note: wordsWith(conclusion, notes),
    approve:
      approvable && !own ? approveForm(asked, { held, commandId, alone, problems }) : undefined,
    withdraw: withdrawal(conclusion, reader),
    waits:
      approvable && own
        ? 'You decided this: a second, different person must approve it.'
        : undefined,
  };
}

function factsOf(conclusion: Conclusion, { names, zone }: Reader): ShownConcluded['facts'] {
  const { by, outcome, reason, label, allowance, second } = conclusion;
  return [
    { name: 'By', value: names(by) },
    { name: 'Decision', value: outcome ?? 'none' },
    { name: 'Reason', value: reasonWords(reason ?? 'none') },
    { name: 'Label', value: label },
    ...(allowance === undefined
      ? []
      : [
          {
            name: 'Exception for the pair',
            value: `until ${shownTime(allowance.expiresAt, zone).text}: ${allowance.reason}`,
          },
        ]),
    ...(second === undefined
      ? []
      : [
          { name: 'Approved by', value: `${names(second.by)}, ${shownTime(second.at, zone).text}` },
        ]),
  ];
}

/** The words whoever concluded wrote with it: the note of the same hand and instant. */
function wordsWith({ by, at }: Conclusion, notes: readonly Note[]): string | undefined {
  return notes.find((note) => note.by === by && note.versions[0]?.at === at)?.versions.at(-1)?.text;
}

/** What taking it back is called: for its author while it waits, for whoever approved in the undo window. */
function withdrawal(
  { status, by, second, finalAt }: Conclusion,
  { userId, at, zone }: Reader,
): ShownConcluded['withdraw'] {
  if ((second?.by ?? by) !== userId) return undefined;
  if (status === 'awaiting_second') return { label: 'Withdraw it', until: undefined };
  return status === 'pending' && finalAt !== undefined && finalAt > at
    ? { label: 'Undo', until: shownTime(finalAt, zone).iso }
    : undefined;
}

function approveForm(
  { form }: SignedIn,
  {
    held,
    commandId,
    alone,
    problems,
  }: Required<Omit<Concluded, 'notes'>> & { readonly commandId: string },
): ApproveForm {
  // What was typed belongs to the page it was typed on: the only one that is shown again.
  const typed = (name: string): string => {
    const value = alone ? form[name] : undefined;
    return typeof value === 'string' ? value : '';
  };
  return {
    caseId: held.caseId,
    commandId,
    reasons: [{ value: '', label: 'only to send it back' }, ...whyOptions(SEND_BACK_REASONS)],
    keys: alone,
    typed: { verdict: typed('verdict'), reason: typed('reason'), note: typed('note') },
    problems,
  };
}
