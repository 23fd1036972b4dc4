-- Screenings owed up to an instant, the earliest first.
-- Params: until bigint, limit integer
select jsonb_build_object('rewardId', reward_id, 'at', at, 'trigger', trigger) as timer
from timers where at <= $1::bigint order by at, reward_id, trigger limit $2::integer
