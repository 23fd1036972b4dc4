-- Params: token_hash text, at bigint
select exists (
  select from access_links
  where token_hash = $1::text and user_id is null and expires_at > $2::bigint
    and not exists (select from access_users)
) as found
