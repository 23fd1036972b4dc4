import type { CaseCount } from './case-queue.ts';
import type { ReviewCase } from './review-case.ts';

/** What became of closed cases like one: of the same programme, held by exactly the same rules. */
export interface SimilarCases {
  /** Those that people released. */
  readonly released: CaseCount;
  readonly blocked: CaseCount;
  /** Of both, the last closed first. */
  readonly latest: readonly ReviewCase[];
}

/** What else is known around a case. Neither costs more for a partner with many referrals, or a rule that holds many. */
export interface CaseLinks {
  /**
   * Other cases of the same order, or of its referrer, referee or beneficiary in any of these parts: those that are not
   * closed first, then the last opened, at most `limit`. None for a case there is not.
   */
  readonly linked: (caseId: string, limit: number) => Promise<readonly ReviewCase[]>;
  /** Undefined for a case there is not. */
  readonly similar: (caseId: string, limit: number) => Promise<SimilarCases | undefined>;
}
