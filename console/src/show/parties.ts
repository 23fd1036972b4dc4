import type { ReviewCase } from '@doubletake/scoring';

/** Who refers whom, or who would get the reward where nobody refers. */
export function partiesOf({ referrerId, refereeId, beneficiaryId }: ReviewCase): string {
  return referrerId === undefined ? beneficiaryId : `${referrerId} → ${refereeId ?? 'unknown'}`;
}
