import { expect, it } from 'vitest';
import type { ReferralAttributed } from '../events/event.ts';
import { foldReferral } from './fold-referral.ts';

it('the first attribution of a referral stands', () => {
  const parties = { referralId: 'r1', programmeId: 'p1', referrerId: 'a1', refereeId: 'a2' };
  const first: ReferralAttributed = {
    id: 'e1',
    type: 'referral.attributed',
    at: 1,
    ...parties,
    code: 'Ann',
  };
  const referral = foldReferral(undefined, first);
  expect(referral).toEqual({ ...parties, code: 'Ann', at: 1 });
  expect(foldReferral(referral, first)).toEqual(referral);
  expect(foldReferral(referral, { ...first, id: 'e2', at: 2, referrerId: 'a3' })).toEqual(referral);
});
