/** Whether a note was refused because its id is that of another: somebody else's, or about something else. */
export const isNoteRefused = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ledger_note_refused';
