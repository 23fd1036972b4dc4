-- The last decision on a reward, as far as a further one is made upon it.
create or replace function latest_decision(reward text)
returns table (decision_id text, stage text, action text)
language sql stable as $$
  select decision_id, stage, action from decisions where reward_id = reward order by seq desc limit 1
$$;
