import type { AccountRecords, AuditTrail, Ledger, ReviewDesk, Upkeep } from '@doubletake/scoring';

/**
 * A ledger with the desk its cases are worked at, the trail of who did what, what is kept of single accounts, and its
 * upkeep. Closing it closes all of them.
 */
export interface ReviewedLedger extends Ledger {
  readonly desk: ReviewDesk;
  readonly audit: AuditTrail;
  readonly records: AccountRecords;
  readonly upkeep: Upkeep;
}
