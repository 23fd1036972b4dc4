-- Ends the pair exceptions that are in force for the pair of a reward, which the caller has locked.
-- Params: reward_id text, at bigint
update allowances set ended_at = $2::bigint
where allowance_id in (
  select allowance_id
  from rewards r
  join referrals f using (referral_id)
  join allowances a on a.referrer_id = f.referrer_id and a.referee_id = f.referee_id
  where r.reward_id = $1 and a.ended_at is null and a.expires_at > $2::bigint
  -- In the order of ids, as whoever blocks another reward of the pair at the same time.
  order by allowance_id for update of a)
