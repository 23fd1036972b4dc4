import type { Label } from '../events/event.ts';
import { DAY, MINUTE, type Instant } from '../instant.ts';
import type { Money } from '../money.ts';
import type { AllowanceWish, ReviewCase } from './review-case.ts';

/** How long a case stays in somebody's hands when a command does not say, in milliseconds: 15 minutes. */
export const LEASE: number = 15 * MINUTE;

/** How long what was concluded can be taken back when a command does not say: 10 seconds. */
export const UNDO_WINDOW = 10_000;

/** The furthest a case is laid aside at a time, in milliseconds: 30 days. Further on is refused as `snooze_too_long`. */
export const LONGEST_SNOOZE: number = 30 * DAY;

/** Who does it, to which case, when. Reasons are codes of 1 to 64 letters, digits, `_`, `.`, `:` or `-`; words go in notes. */
interface OnCase {
  readonly caseId: string;
  readonly by: string;
  readonly at: Instant;
}

/** The lease it is done under. Without a token the case must not be in anybody else's hands. */
interface UnderLease extends OnCase {
  readonly leaseToken?: number;
}

/** What a case showed whoever looked at it. */
export interface CaseSeen {
  readonly decisionId: string;
  readonly amount: Money;
}

/** What a person concludes. */
export interface Conclude extends UnderLease {
  readonly do: 'conclude';
  /** The same id again gives the same answer and changes nothing. */
  readonly commandId: string;
  readonly outcome: 'release' | 'block';
  readonly reason: string;
  readonly label: Label;
  readonly scoreVisible: boolean;
  /** What they looked at. A release is refused as `case_changed` where the case shows something else by now. */
  readonly seen?: CaseSeen;
  /** Words for colleagues, kept with the case's notes. */
  readonly note?: string;
  /** With a release. Refused as `allowance_unfit` without a reason, or when it does not end within a year. */
  readonly allowance?: AllowanceWish;
  /**
   * From this many minor units on a second, different person must approve, and with an `allowance` from the first.
   * @defaultValue never
   */
  readonly secondPersonFrom?: number;
  /** Length of the undo window in milliseconds. @defaultValue 10 seconds */
  readonly undoFor?: number;
}

/** Everything that may be done with one case. */
export type CaseCommand =
  /** Takes the case in hand, or keeps it longer, for 15 minutes unless told otherwise. */
  | (OnCase & { readonly do: 'claim'; readonly leaseFor?: number })
  | (OnCase & { readonly do: 'renew'; readonly leaseToken: number; readonly leaseFor?: number })
  | (OnCase & { readonly do: 'release'; readonly leaseToken: number })
  | (UnderLease & { readonly do: 'hand_over'; readonly to: string })
  /** Takes the case out of somebody else's hands: for a lead. */
  | (OnCase & { readonly do: 'take_over'; readonly reason: string; readonly leaseFor?: number })
  | (UnderLease & { readonly do: 'skip'; readonly reason: string })
  | (UnderLease & { readonly do: 'escalate'; readonly reason: string })
  | (UnderLease & { readonly do: 'snooze'; readonly reason: string; readonly until: Instant })
  | (OnCase & { readonly do: 'resume' })
  | Conclude
  /** Takes back the conclusion one gave or approved, while its window is open. */
  | (OnCase & { readonly do: 'undo'; readonly commandId: string })
  | (OnCase & { readonly do: 'approve'; readonly commandId: string; readonly undoFor?: number })
  | (OnCase & { readonly do: 'send_back'; readonly commandId: string; readonly reason: string })
  /** What was concluded is no longer what was looked at, and the case is open again: not for people, the engine finds it. */
  | (OnCase & { readonly do: 'set_aside'; readonly commandId: string })
  /** A label that decides nothing: quality sample, second look. */
  | (OnCase & {
      readonly do: 'opine';
      readonly commandId: string;
      readonly label: Label;
      readonly scoreVisible: boolean;
    })
  /** Opens a closed case again: for a lead. */
  | (OnCase & { readonly do: 'reopen'; readonly reason: string });

/** Why a case was left as it is. */
export const CASE_REFUSALS = [
  'case_unknown',
  'reason_unknown',
  'reason_unfit',
  'case_closed',
  'case_changed',
  'case_not_closed',
  'case_open_elsewhere',
  'lease_stale',
  'leased_by_other',
  'decided_by_other',
  'decided_already',
  'second_person_needed',
  'nothing_to_approve',
  'nothing_to_undo',
  'undo_over',
  'not_the_author',
  'not_snoozed',
  'instant_passed',
  'snooze_too_long',
  'allowance_unfit',
  'command_conflict',
] as const;
export type CaseRefusal = (typeof CASE_REFUSALS)[number];

/** The case as it stands now, done or refused: with `decided_by_other` it shows what the other decided. */
export type CaseAnswer =
  | { readonly ok: true; readonly case: ReviewCase; readonly repeated?: true }
  | { readonly ok: false; readonly refusal: CaseRefusal; readonly case?: ReviewCase };
