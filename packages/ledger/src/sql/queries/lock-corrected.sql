-- Rewards that corrections may call for once more, locked in the order of ids, as every writer of rewards locks them: some
-- rewards, those of some referrals, and those of referrals that others of the same referee come before.
-- Params: reward_ids text[], referral_ids text[], first_ids text[]
select reward_id from rewards
where reward_id in (
  select unnest($1::text[])
  union all
  select reward_id from rewards where referral_id = any ($2::text[])
  union all
  select reward_id from referrals first
  join referrals other on other.referee_id = first.referee_id and other.programme_id = first.programme_id
    and (other.at, other.first_event) > (first.at, first.first_event)
  join rewards on rewards.referral_id = other.referral_id
  where first.referral_id = any ($3::text[])
)
order by reward_id for update
