-- Makes one account, and all that were merged into it, part of another; its profile goes with its events.
-- Params: account_id text, into_id text, merged_by text, at bigint
with earlier as (
  update merges set into_id = $2 where into_id = $1
), renamed as (
  update events set account_id = $2 where account_id = $1
), granted as (
  update allowances
  set referrer_id = case when referrer_id = $1 then $2 else referrer_id end,
    referee_id = case when referee_id = $1 then $2 else referee_id end
  where referrer_id = $1 or referee_id = $1
), emptied as (
  -- A row even for one that was never observed: it tells the graph that the account is no more.
  insert into accounts (account_id, span) values ($1, '{}')
  on conflict (account_id) do update set profile = null, created_at = null
)
insert into merges (account_id, into_id, merged_by, at) values ($1, $2, $3, $4::bigint)
