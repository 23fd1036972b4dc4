/**
 * Check values of the keys a ledger is used with, by key id: they tell another key of the same id, and nothing of the
 * key. Ids and values are whatever the host makes of its keys, but for those of the audit trail: `audit a1` is its key `a1`.
 */
export interface KeyChecks {
  /** Every id that was ever used. */
  readonly ids: () => Promise<readonly string[]>;
  /**
   * Compares with those kept since an id was first used, and keeps those of new ids; gives the ids that stand for another
   * key here, and then keeps nothing.
   *
   * @throws LedgerError `ledger_seal_broken` or `ledger_key_missing` when none was kept yet and the first sealed value
   * there is does not open.
   */
  readonly meet: (checks: ReadonlyMap<string, string>) => Promise<readonly string[]>;
}

/** The ids among some checks that another value is kept of. */
export function differing(
  checks: ReadonlyMap<string, string>,
  kept: ReadonlyMap<string, string>,
): readonly string[] {
  return [...checks].flatMap(([id, value]) => ((kept.get(id) ?? value) === value ? [] : id));
}
