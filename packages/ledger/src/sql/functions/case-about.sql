-- What a case is about: its reward, and the pair of it, as they are told to be.
create or replace function case_about(reward rewards, referral referrals) returns jsonb
language sql immutable as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'programmeId', reward.state -> 'programmeId',
    'referrerId', referral.referrer_id, 'refereeId', referral.referee_id,
    'beneficiaryId', reward.beneficiary_id,
    'orderId', reward.order_id, 'amount', reward.state -> 'amount'))
$$;
