-- All decisions on a reward, oldest first.
-- Params: reward_id text
select decision from decisions where reward_id = $1 order by seq
