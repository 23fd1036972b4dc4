-- Which of some rewards were let go, are held or wait, by the last decision on them, in the order of ids.
-- Params: reward_ids text[]
select r.reward_id
from rewards r cross join lateral latest_decision(r.reward_id) last
where r.reward_id = any ($1::text[]) and r.state is not null and not is_reversed(r.state)
  and last.action in ('pay', 'review', 'wait')
order by r.reward_id
