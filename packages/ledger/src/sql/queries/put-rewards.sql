-- Writes folded rewards in the order of ids, as everybody locks them; those there are the caller has locked.
-- Params: reward_ids text[], states json text[], spans json text[]
insert into rewards (reward_id, state, span)
select reward_id, state::jsonb, span::jsonb
from unnest($1::text[], $2::text[], $3::text[]) as given (reward_id, state, span)
order by reward_id
on conflict (reward_id) do update
set state = excluded.state, span = excluded.span
