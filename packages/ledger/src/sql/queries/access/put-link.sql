-- Keeps a one-time link instead of any before it for the same user.
-- Params: token_hash text, user_id text (null: the link that makes the first user), expires_at bigint
insert into access_links (token_hash, user_id, expires_at) values ($1::text, $2::text, $3::bigint)
on conflict (user_id) do update set token_hash = excluded.token_hash, expires_at = excluded.expires_at
