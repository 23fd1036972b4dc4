import { LedgerError } from './errors.ts';

/** The refusal of a person's decision on a reward that has no case waiting for one. */
export function caseClosed(rewardId: string, cause?: unknown): LedgerError {
  return new LedgerError(
    'ledger_case_closed',
    `no case on reward \`${rewardId}\` waits for a person's decision; a later screening answered it first`,
    { cause },
  );
}
