/** Every problem this package can report. A closed list: README and types are held equal by a test. */
export const LEDGER_ERROR_CODES = [
  'ledger_folder_in_use',
  'ledger_folder_unusable',
  'ledger_database_unfit',
  'ledger_key_invalid',
  'ledger_key_missing',
  'ledger_seal_broken',
  'ledger_reward_unknown',
  'ledger_schema_newer',
  'ledger_migration_changed',
  'ledger_migration_needed',
  'ledger_allowance_conflict',
  'ledger_allowance_refused',
  'ledger_case_closed',
  'ledger_cursor_invalid',
  'ledger_place_unknown',
  'ledger_note_refused',
  'ledger_audit_refused',
  'ledger_text_refused',
  'ledger_unavailable',
] as const;

export type LedgerErrorCode = (typeof LEDGER_ERROR_CODES)[number];

/** A store that cannot do what it promises: thrown, because no caller can go on as if it had. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
  readonly code: LedgerErrorCode;

  constructor(code: LedgerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
