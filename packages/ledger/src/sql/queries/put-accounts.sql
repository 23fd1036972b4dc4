-- Writes folded profiles.
-- Params: account_ids text[], profiles base64 lines, created_at bigint[], spans json lines
insert into accounts (account_id, profile, created_at, span)
select account_id, decode(profile, 'base64'), created_at, span::jsonb
from unnest($1::text[], string_to_array($2, E'\n', ''), $3::bigint[], string_to_array($4, E'\n', ''))
  as given (account_id, profile, created_at, span)
on conflict (account_id) do update
set profile = excluded.profile, created_at = excluded.created_at, span = excluded.span
