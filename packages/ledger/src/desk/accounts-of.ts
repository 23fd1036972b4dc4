import type { ReviewCase } from '@doubletake/scoring';

type Named = Partial<Pick<ReviewCase, 'referrerId' | 'refereeId' | 'beneficiaryId'>>;

/** The accounts that something names: the pair, and who is rewarded. */
export const accountsOf = ({ referrerId, refereeId, beneficiaryId }: Named): readonly string[] =>
  [referrerId, refereeId, beneficiaryId].filter((id) => id !== undefined);
