-- Everything kept of one account but what was decided.
-- Params: account_id text
select 'account' as kind, account_id as id, created_at as at, to_jsonb(erased) as state, profile as sealed
  from accounts where account_id = $1
union all
select 'merged', account_id, at, null, null from merges where into_id = $1
union all
select 'referral', referral_id, at, state, null
  from referrals where referrer_id = $1 or referee_id = $1
union all
select 'order', order_id, (state ->> 'createdAt')::bigint, state, payment
  from orders where account_id = $1
union all
select 'reward', reward_id, (state ->> 'accruedAt')::bigint, state, null
  from rewards where beneficiary_id = $1
order by kind, at, id
