-- What names an account as it stands: its orders, referrals and rewards.
-- Params: account_id text
select 'order' as kind, entity_id as id from events
  where account_id = $1 and type = 'order.updated'
union
select 'referral', referral_id from referrals where referrer_id = $1 or referee_id = $1
union
select 'reward', reward_id from rewards where beneficiary_id = $1
