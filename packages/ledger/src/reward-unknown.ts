import { LedgerError } from './errors.ts';

/** The refusal to keep a decision on a reward that nobody accrued. */
export function rewardUnknown(ids: string, cause?: unknown): LedgerError {
  return new LedgerError(
    'ledger_reward_unknown',
    `no reward \`${ids}\` has accrued; record it before a decision on it is kept`,
    { cause },
  );
}
