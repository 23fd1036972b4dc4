import type { Instant } from '../instant.ts';
import type { CaseAnswer, CaseCommand } from './case-command.ts';
import type { CaseLabels } from './case-labels.ts';
import type { CaseLinks } from './case-links.ts';
import type { CaseNotes } from './case-notes.ts';
import type { CaseQueue } from './case-queue.ts';
import type { CaseStatistics } from './case-statistics.ts';
import type { ReviewCase, Conclusion } from './review-case.ts';

/**
 * Where people work cases. A decision with action `review` opens one, in the same transaction; the next refreshes it; a
 * release or block by a later screening closes it as overtaken, unless a person is about to block it. Every act is
 * appended to the audit trail with what it changed, or neither is kept. Implementations agree with the in-memory model in
 * one conformance suite.
 */
export interface ReviewDesk extends CaseQueue, CaseLinks, CaseNotes, CaseLabels, CaseStatistics {
  /** Does one thing to one case. Two at once are taken one after the other. */
  readonly act: (command: CaseCommand) => Promise<CaseAnswer>;
  /** What `act` would answer now; changes nothing. */
  readonly preview: (command: CaseCommand) => Promise<CaseAnswer>;
  /**
   * Lets time take its course, at most `limit` cases, the longest overdue first: a snooze ends, a case past its due time
   * is escalated, or called late where it awaits a second person; an undo window closes. Gives the cases it changed; none are left when there are none.
   */
  readonly lapse: (at: Instant, limit: number) => Promise<readonly ReviewCase[]>;
  /**
   * Conclusions that can no longer be undone and await their decision, the oldest first. One goes when a decision of stage
   * `review` on its reward is committed: that closes the case.
   */
  readonly settled: (limit: number) => Promise<readonly Conclusion[]>;
}
