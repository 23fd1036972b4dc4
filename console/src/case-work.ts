import type { AuditTrail, Engine, Ledger, Policy, ReviewDesk } from '@doubletake/scoring';

/** Everything case work needs: where cases are, what they hang on, and whoever decides. */
export interface CaseWork {
  readonly desk: ReviewDesk;
  readonly ledger: Pick<Ledger, 'read' | 'decision' | 'decisionsOn' | 'disallow'>;
  readonly trail: Pick<AuditTrail, 'entries' | 'head' | 'verify'>;
  readonly engine: Pick<Engine, 'decide' | 'decideMany'>;
  /** Wording of reasons, names of programmes, the rules themselves. */
  readonly policy: Pick<Policy, 'reasons' | 'programmes' | 'versions' | 'book'>;
}
