-- The decision a trigger was answered with for a reward.
-- Params: reward_id text, trigger text
select decision from decisions where reward_id = $1 and trigger = $2
