-- What is kept of one account, each kind cut to so many rows, the latest first.
-- Params: account_id text, at most bigint
(select 'account' as kind, account_id as id, created_at as at, to_jsonb(erased) as state, profile as sealed
  from accounts where account_id = $1)
union all
(select 'merged', account_id, null, null, null from merges where into_id = $1 order by account_id limit $2)
union all
(select 'brought', referral_id, at, state, null from referrals where referrer_id = $1
  order by at desc, referral_id desc limit $2)
union all
(select 'broughtBy', referral_id, at, state, null from referrals where referee_id = $1
  order by at desc, referral_id desc limit $2)
union all
(select 'order', order_id, (state ->> 'createdAt')::bigint, state, payment from orders where account_id = $1
  order by (state ->> 'createdAt')::bigint desc, order_id desc limit $2)
union all
(select 'reward', reward_id, (state ->> 'accruedAt')::bigint,
    jsonb_strip_nulls(jsonb_build_object('reward', state, 'decision', last.decision)), null
  from (
    select * from rewards where beneficiary_id = $1
    order by (state ->> 'accruedAt')::bigint desc, reward_id desc limit $2
  ) own
  left join lateral (
    select jsonb_build_object('decisionId', decision -> 'decisionId', 'at', decision -> 'at',
      'outcome', decision -> 'outcome', 'action', decision -> 'action', 'score', decision -> 'score') as decision
    from decisions where decisions.reward_id = own.reward_id order by seq desc limit 1
  ) last on true)
union all
(select 'allowance', allowance_id, expires_at,
    jsonb_strip_nulls(jsonb_build_object(
      'allowanceId', allowance_id, 'referrerId', referrer_id, 'refereeId', referee_id,
      'owner', owner, 'reason', reason, 'expiresAt', expires_at, 'endedAt', ended_at)), null
  from allowances where referrer_id = $1 or referee_id = $1
  order by expires_at desc, allowance_id limit $2)
