import {
  sqlLedger,
  type Database,
  type LedgerOptions,
  type ReviewedLedger,
} from '@doubletake/ledger';
import { AUDIT_KEY, KEYS } from './ledger-values.ts';

// Rows, not files: on tables this small emptying them by `truncate` takes a hundred times as long.
const TABLES =
  'events accounts orders referrals rewards allowances memberships population_days decisions claims timers cases named_before conclusions notes audit_entries merges rule_votes rule_vote_days conclusion_days rule_label_days label_pairs overturned account_directory kept_tokens webhook_attempts webhook_deliveries webhook_endpoints key_checks';
const EMPTY = TABLES.split(' ')
  .map((table) => `delete from ${table};`)
  .join('');
// Audit entries refuse to go; only a superuser who turns every trigger off gets past that.
const EMPTIED = `set local session_replication_role = replica; ${EMPTY} set local session_replication_role = origin`;

/** Gives the ledger of one database over and over, emptied; used `as` another role than its owner. */
export function emptied(
  open: () => Database,
  as: () => Database = open,
): (options?: LedgerOptions) => Promise<ReviewedLedger> {
  return async (options = {}) => {
    await open().transaction((tx) => tx.script(EMPTIED));
    return sqlLedger(as(), { auditKey: AUDIT_KEY, ...options, keys: KEYS });
  };
}
