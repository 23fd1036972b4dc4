import type { AuditKeys } from './audit/chain-keys.ts';

/** What every ledger is told about the host, whatever it keeps its rows in. */
export interface LedgerOptions {
  /**
   * The host also reports orders of accounts nobody referred. An account then matures with its first completed order,
   * not by age alone. @defaultValue false
   */
  readonly organicOrders?: boolean;
  /**
   * What the audit trail is chained with: 32 bytes, or a ring of them by key id. @defaultValue in memory: made for this
   * process
   */
  readonly auditKey?: Uint8Array | AuditKeys;
}
