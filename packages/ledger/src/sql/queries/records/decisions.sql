-- Decisions on the rewards of one beneficiary, by reward, the oldest first.
-- Params: account_id text
select decision from decisions join rewards using (reward_id)
where beneficiary_id = $1
order by (rewards.state ->> 'accruedAt')::bigint, reward_id, decisions.seq
