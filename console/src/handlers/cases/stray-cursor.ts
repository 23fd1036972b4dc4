/** A cursor of another release, or made up: the first page instead. */
export function strayCursor(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ledger_cursor_invalid')
    return undefined;
  throw error;
}
