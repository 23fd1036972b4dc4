import type { LedgerFactFamily } from './collected.ts';

/** How the pair came about. */
export const referralFacts: LedgerFactFamily = ({ scene }) => {
  const { referral, earlierReferral, codeUsedBy } = scene.record;
  return {
    'referral.known': referral !== undefined,
    'referral.selfReferral': referral && referral.referrerId === referral.refereeId,
    'referral.first': referral && earlierReferral === undefined,
    'referral.codeOfAnother': referral?.code === undefined ? undefined : codeUsedBy !== undefined,
    'referral.method': referral?.method,
    'referral.at': referral?.at,
    'referral.clickedAt': referral?.clickedAt,
  };
};
