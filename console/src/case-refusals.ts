import type { CaseRefusal } from '@doubletake/scoring';

/** What a person is told when a case was left as it is. */
export const CASE_REFUSAL_TEXTS: Readonly<Record<CaseRefusal, string>> = {
  case_unknown: 'There is no such case.',
  reason_unknown: 'That reason is not on the list.',
  reason_unfit: 'That reason speaks for the other decision.',
  case_closed: 'A later screening answered this case. There is nothing left to decide.',
  case_changed:
    'This case changed while you looked at it: its amount, or what holds it. Look again before you release it.',
  case_not_closed: 'This case is still open.',
  case_open_elsewhere: 'Another case of this reward is open.',
  lease_stale:
    'Your hold on this case ended while you were at it. Claim it again and look before you decide.',
  leased_by_other: 'Somebody else has this case in hand.',
  decided_by_other: 'Somebody else decided this case first. Theirs stands; yours was not sent.',
  decided_already: 'You decided this case already.',
  second_person_needed: 'A second, different person must approve this.',
  nothing_to_approve: 'Nothing waits for approval here.',
  nothing_to_undo: 'There is nothing to take back.',
  undo_over: 'Too late to take it back: it is final. A lead can open the case again.',
  not_the_author: 'Only whoever decided can take it back.',
  not_snoozed: 'This case is not snoozed.',
  instant_passed: 'That time has passed.',
  snooze_too_long: 'A case sleeps 30 days at most. It can be laid aside again.',
  allowance_unfit: 'An exception goes with a release, needs a reason, and ends within a year.',
  command_conflict: 'This form was sent before with other answers.',
};
