-- Drops a profile and everything its observations said; tombstones stay.
-- Params: account_id text
with redacted as (
  update events set sealed = null, redacted = true
  where account_id = $1 and type = 'account.observed'
)
insert into accounts (account_id, erased, span) values ($1, true, '{}')
on conflict (account_id) do update set profile = null, created_at = null, erased = true
