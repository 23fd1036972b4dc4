import { describe, expect, test } from 'vitest';
import { shownAct } from './case-act.ts';

const EYES = { names: (id: string) => id, zone: 'UTC' };

interface Row {
  readonly action: string;
  readonly details?: Readonly<Record<string, string | number>>;
  readonly what: string;
  readonly detail: string | undefined;
}

const ROWS: readonly Row[] = [
  {
    action: 'case.lapse',
    details: { state: 'escalated' },
    what: 'Escalated: it is overdue',
    detail: undefined,
  },
  {
    action: 'case.lapse',
    details: { state: 'awaiting_second' },
    what: 'Overdue, still awaiting a second person',
    detail: undefined,
  },
  {
    action: 'case.lapse',
    details: { state: 'final', commandId: 'c1' },
    what: 'Decision final',
    detail: undefined,
  },
  {
    action: 'case.lapse',
    details: { state: 'open' },
    what: 'Back from snooze',
    detail: undefined,
  },
  {
    action: 'case.conclude',
    details: { commandId: 'c1', outcome: 'block', reason: 'REVIEWED_SAME_PERSON', label: 'fraud' },
    what: 'Decided by a person',
    detail: 'block · reviewed same person · label fraud',
  },
  {
    action: 'case.conclude',
    details: { status: 'awaiting_second' },
    what: 'Decided by a person',
    detail: 'awaits a second person',
  },
  {
    action: 'case.snooze',
    details: { reason: 'asked_customer', until: Date.UTC(2030, 0, 1) },
    what: 'Snoozed',
    detail: 'the customer was asked · until 1 Jan 2030, 00:00 UTC',
  },
  {
    action: 'case.hand_over',
    details: { to: 'bob' },
    what: 'Handed over',
    detail: 'to bob',
  },
  {
    action: 'account.reveal',
    details: { reason: 'other' },
    what: 'looked at identifiers unmasked',
    detail: 'something else',
  },
];

describe('an act on a case', () => {
  test.each(ROWS)('$action $details is “$what”', ({ action, details = {}, what, detail }) => {
    expect(shownAct({ actor: 'ann', action, details }, EYES)).toEqual({ who: 'ann', what, detail });
  });
});
