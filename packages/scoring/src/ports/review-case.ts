import type { Label } from '../events/event.ts';
import type { Instant } from '../instant.ts';
import type { Money } from '../money.ts';

/**
 * Where a case stands. `final` is decided with no way back, the decision about to be written. That somebody has it
 * open is its lease, not its state.
 */
export const CASE_STATES = [
  'open',
  'escalated',
  'snoozed',
  'awaiting_second',
  'pending',
  'final',
  'closed',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** Somebody has the case open until then. The token rises with each lease, so that a lapsed one is told apart. */
export interface Lease {
  readonly by: string;
  readonly token: number;
  readonly until: Instant;
}

/** A pair exception asked for with a release: whoever decides owns it. */
export interface AllowanceWish {
  readonly reason: string;
  readonly expiresAt: Instant;
}

/** What became of what a person concluded. An `opinion` is a label that decides nothing: a second look. */
export type ConclusionStatus =
  'awaiting_second' | 'pending' | 'final' | 'undone' | 'sent_back' | 'overtaken' | 'opinion';

/** What a conclusion was about: how much, for which order, and whose. */
export interface ConcludedAbout extends Pick<
  ReviewCase,
  'amount' | 'orderId' | 'referrerId' | 'refereeId'
> {
  /** Absent, as are both of the pair, on those from before people were kept. */
  readonly beneficiaryId?: string;
}

/** What one person concluded about a case, and so one label. */
export interface Conclusion {
  /** The command that gave it: the same command again is the same conclusion. */
  readonly commandId: string;
  readonly caseId: string;
  readonly rewardId: string;
  readonly programmeId: string;
  /** The holding decision the person had before them, and the rules that held. */
  readonly decisionId: string;
  readonly rules: readonly string[];
  /** What it was about then. Absent on those from before it was kept. */
  readonly about?: ConcludedAbout;
  readonly by: string;
  readonly at: Instant;
  /** Absent on an opinion. */
  readonly outcome?: 'release' | 'block';
  /** Reason code. Absent on an opinion. */
  readonly reason?: string;
  readonly label: Label;
  /** Whether the person saw the score: a blind label is worth more to learning. */
  readonly scoreVisible: boolean;
  readonly status: ConclusionStatus;
  /** Where the case stood before, for an undo to go back to. */
  readonly from: CaseState;
  readonly allowance?: AllowanceWish;
  /** Who approved it, where two had to. */
  readonly second?: { readonly by: string; readonly at: Instant };
  /** End of the undo window. Absent while it waits for a second person. */
  readonly finalAt?: Instant;
}

/** A held decision waiting for a person. It bears the id of the decision that opened it; a reward has one at a time. */
export interface ReviewCase {
  readonly caseId: string;
  readonly rewardId: string;
  readonly programmeId: string;
  readonly referrerId?: string;
  readonly refereeId?: string;
  readonly beneficiaryId: string;
  readonly orderId?: string;
  readonly amount: Money;
  /** The latest holding decision, with its score, reason codes and `pack/name` of the rules that held. */
  readonly decisionId: string;
  readonly score: number;
  readonly reasons: readonly string[];
  readonly rules: readonly string[];
  readonly openedAt: Instant;
  readonly refreshedAt: Instant;
  /** When the programme promises an answer. The clock stands still while the case is snoozed. */
  readonly dueAt: Instant;
  readonly state: CaseState;
  readonly lease?: Lease;
  /** How often it was leased: the last token. */
  readonly leases: number;
  /** Whom it was handed to. */
  readonly assignee?: string;
  readonly snooze?: { readonly since: Instant; readonly until: Instant; readonly reason: string };
  /** Who said that a lead should look, and why. One that is late as it awaits its second person goes on awaiting them. */
  readonly escalation?: { readonly at: Instant; readonly by: string; readonly reason: string };
  /** Who passed it on; it is served to them after everything else. */
  readonly skippedBy: readonly string[];
  /** What stands: awaiting its second person, in its undo window, or final. */
  readonly conclusion?: Conclusion;
  /** Something concluded about it was undone, sent back or opened again. */
  readonly revised?: true;
  /** A lead opened it again: it waits for a person, whatever a screening answers meanwhile. */
  readonly reopened?: true;
  readonly closedAt?: Instant;
  /** How it ended: by a person, or because a later screening answered first. */
  readonly outcome?: 'release' | 'block' | 'hold' | 'overtaken';
}
