-- Writes folded profiles.
-- Params: account_ids text[], profiles bytea[], created_at bigint[], spans json text[]
insert into accounts (account_id, profile, created_at, span)
select account_id, profile, created_at, span::jsonb
from unnest($1::text[], $2::bytea[], $3::bigint[], $4::text[])
  as given (account_id, profile, created_at, span)
on conflict (account_id) do update
set profile = excluded.profile, created_at = excluded.created_at, span = excluded.span
