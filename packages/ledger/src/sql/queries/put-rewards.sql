-- Writes folded rewards, in the order of ids: decisions lock them in that order too.
-- Params: reward_ids text[], states json lines, spans json lines
insert into rewards (reward_id, state, span)
select reward_id, state::jsonb, span::jsonb
from unnest($1::text[], string_to_array($2, E'\n', ''), string_to_array($3, E'\n', '')) as given (reward_id, state, span)
order by reward_id
on conflict (reward_id) do update
set state = excluded.state, span = excluded.span
