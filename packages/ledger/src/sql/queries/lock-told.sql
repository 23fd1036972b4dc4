-- Locks every reward that what is told may touch, in the order of ids, as every writer of rewards locks them: some rewards,
-- those of some orders and referrals, and those of some referees.
-- Params: reward_ids text[], order_ids text[], referral_ids text[], referee_ids text[]
select 1 from rewards
where reward_id in (
  select unnest($1::text[])
  union all
  select reward_id from rewards where order_id = any ($2::text[])
  union all
  select reward_id from rewards where referral_id = any ($3::text[])
  union all
  select reward_id from referrals join rewards using (referral_id) where referee_id = any ($4::text[])
)
order by reward_id for update
