import type { AuditRecord, CaseCommand, CaseState } from '@doubletake/scoring';
import type { ShownEvent } from '../models/case-parts.ts';
import { ACTS } from './audit-row.ts';
import type { Reader } from './reader.ts';
import { reasonWords } from './reason.ts';
import { shownTime } from './time.ts';
import { whyWords } from './why.ts';

type Eyes = Pick<Reader, 'names' | 'zone'>;

/** What people did with a case, as its timeline calls it. */
const DONE: Readonly<Record<CaseCommand['do'], string>> = {
  claim: 'Taken in hand',
  renew: 'Kept in hand',
  release: 'Given back',
  hand_over: 'Handed over',
  take_over: 'Taken over',
  skip: 'Skipped',
  escalate: 'Escalated',
  snooze: 'Snoozed',
  resume: 'Taken up again',
  conclude: 'Decided by a person',
  undo: 'Decision taken back',
  approve: 'Decision approved',
  send_back: 'Decision sent back',
  set_aside: 'Set aside: what it was about changed',
  opine: 'Second look',
  reopen: 'Opened again',
};

/** What time did, by the state it led to. */
const LAPSED: Readonly<Partial<Record<CaseState, string>>> = {
  open: 'Back from snooze',
  escalated: 'Escalated: it is overdue',
  awaiting_second: 'Overdue, still awaiting a second person',
  final: 'Decision final',
};

const WORDS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(ACTS),
  ...Object.entries(DONE).map(([act, words]) => [`case.${act}`, words] as const),
]);

type Say = (value: string, eyes: Eyes) => string;

/** Details of an act as people read them; one without a row is told by its name. */
const DETAILS: ReadonlyMap<string, Say> = new Map<string, Say>([
  // Which command it was means something to machines only; where time led to is said already.
  ['commandId', () => ''],
  ['state', () => ''],
  ['status', (status) => (status === 'awaiting_second' ? 'awaits a second person' : '')],
  ['outcome', (outcome) => outcome],
  ['reason', (code) => whyWords(code)],
  ['until', (at, { zone }) => `until ${shownTime(Number(at), zone).text}`],
  ['to', (userId, { names }) => `to ${names(userId)}`],
  ['from', (userId, { names }) => `from ${names(userId)}`],
]);

/** An act on a case: by whom, what, and its particulars, in words. */
export function shownAct(
  { actor, action, details }: Pick<AuditRecord, 'actor' | 'action' | 'details'>,
  eyes: Eyes,
): Pick<ShownEvent, 'who' | 'what' | 'detail'> {
  const words = Object.entries(details).flatMap(([name, value]) => {
    const text =
      DETAILS.get(name)?.(String(value), eyes) ?? `${reasonWords(name)} ${String(value)}`;
    return text === '' ? [] : [text];
  });
  const lapsed = action === 'case.lapse' ? lapsedTo(String(details['state'])) : undefined;
  return {
    who: eyes.names(actor),
    what: lapsed ?? WORDS.get(action) ?? reasonWords(action),
    detail: words.length === 0 ? undefined : words.join(' · '),
  };
}

function lapsedTo(state: string): string | undefined {
  return Object.entries(LAPSED).find(([to]) => to === state)?.[1];
}
