import type {
  AccessStore,
  AccountDirectory,
  AccountOverviews,
  AccountRecords,
  AuditTrail,
  Census,
  Ledger,
  Outbox,
  ReviewDesk,
  Upkeep,
} from '@doubletake/scoring';
import type { KeyChecks } from './key-checks.ts';

/**
 * A ledger with the desk its cases are worked at, who may work there, the trail of who did what, what leaves the
 * house, what is kept of single accounts and of all, its upkeep, and what tells its keys from others. Closing it closes
 * all of them.
 */
export interface ReviewedLedger extends Ledger {
  readonly desk: ReviewDesk;
  readonly access: AccessStore;
  readonly audit: AuditTrail;
  readonly outbox: Outbox;
  readonly records: AccountRecords;
  readonly overviews: AccountOverviews;
  readonly directory: AccountDirectory;
  readonly census: Census;
  readonly upkeep: Upkeep;
  readonly keyChecks: KeyChecks;
}
