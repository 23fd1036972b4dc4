import type { Instant } from '../instant.ts';
import type { CaseState, ReviewCase } from './review-case.ts';

/** Which cases; everything named must hold, ranges include both ends. */
export interface CaseFilter {
  /** @defaultValue `open` and `escalated` */
  readonly states?: readonly CaseState[];
  readonly programmeId?: string;
  /** Reason code of the holding decision. */
  readonly reason?: string;
  /** `pack/name` of a rule that held. */
  readonly rule?: string;
  readonly currency?: string;
  readonly minorFrom?: number;
  readonly minorTo?: number;
  readonly scoreFrom?: number;
  readonly scoreTo?: number;
  /** Age, as the instants between which the case opened. */
  readonly openedFrom?: Instant;
  readonly openedTo?: Instant;
  /** When an answer is, or was, due. */
  readonly dueFrom?: Instant;
  readonly dueTo?: Instant;
  /** Whom it was handed to; null for nobody. */
  readonly assignee?: string | null;
  /** Who has it in hand, or had it last. */
  readonly leasedBy?: string;
  /** The id of the case, its reward, its order or one of its accounts. */
  readonly id?: string;
}

export const CASE_SORTS = ['due', 'opened', 'amount', 'score'] as const;
export type CaseSort = (typeof CASE_SORTS)[number];

export interface CasePageRequest {
  readonly filter?: CaseFilter;
  /** @defaultValue `due` */
  readonly sort?: CaseSort;
  /** @defaultValue false */
  readonly descending?: boolean;
  /** A page's `next` or `previous`, under the same sort. */
  readonly after?: string;
  readonly before?: string;
  /** @defaultValue 50 */
  readonly limit?: number;
}

/** A case in the queue. */
export interface QueuedCase {
  readonly case: ReviewCase;
  /** Cases of the same referrer, this one left out, up to 99. */
  readonly linked: number;
}

export interface CasePage {
  readonly cases: readonly QueuedCase[];
  /** Absent at the end. */
  readonly next?: string;
  /** Absent at the beginning. */
  readonly previous?: string;
}

/** How many cases, counted up to 500. */
export interface CaseCount {
  readonly count: number;
  readonly orMore: boolean;
}

export interface ClaimNext {
  readonly by: string;
  readonly at: Instant;
  readonly filter?: Pick<
    CaseFilter,
    | 'states'
    | 'programmeId'
    | 'reason'
    | 'rule'
    | 'currency'
    | 'minorFrom'
    | 'minorTo'
    | 'scoreFrom'
    | 'scoreTo'
  >;
  readonly leaseFor?: number;
}

/** The cases people work on. Pages cost the same however many cases wait. */
export interface CaseQueue {
  readonly find: (caseId: string) => Promise<ReviewCase | undefined>;
  /** @throws an error with code `ledger_cursor_invalid` when `after` or `before` is none of ours. */
  readonly page: (request: CasePageRequest) => Promise<CasePage>;
  /** One count per filter, as saved views show them. */
  readonly counts: (filters: readonly CaseFilter[]) => Promise<readonly CaseCount[]>;
  /**
   * Leases the next case: what was handed to the person, then what belongs to nobody, then what the person skipped,
   * each by when it is due. No two callers get the same. Undefined when nothing is left.
   */
  readonly claimNext: (wish: ClaimNext) => Promise<ReviewCase | undefined>;
}
