import { LedgerError } from './errors.ts';

/** The refusal of a place in the log that no event is at. */
export function placeUnknown(cursor: number): LedgerError {
  return new LedgerError(
    'ledger_place_unknown',
    `the log has no event at the place ${cursor}: it lost its end since, or that is another log's place`,
  );
}
