-- Params: session_id, user_id, agent, created_at bigint, seen_at bigint, expires_at bigint, data
insert into access_sessions (session_id, user_id, agent, created_at, seen_at, expires_at, data)
values ($1::text, $2::text, $3::text, $4::bigint, $5::bigint, $6::bigint, $7::text)
on conflict (session_id) do update
set user_id = excluded.user_id, agent = excluded.agent, created_at = excluded.created_at,
  seen_at = excluded.seen_at, expires_at = excluded.expires_at, data = excluded.data
where not access_sessions.ended
