-- Rewards of some accounts and of the pairs they are part of, locked in the order of ids, as every writer locks them.
-- Params: account_ids text[]
select reward_id from rewards
where reward_id in (
  select reward_id from rewards where beneficiary_id = any ($1::text[])
  union all
  select reward_id from rewards join referrals using (referral_id) where referrer_id = any ($1::text[])
  union all
  select reward_id from rewards join referrals using (referral_id) where referee_id = any ($1::text[])
)
order by reward_id for update
