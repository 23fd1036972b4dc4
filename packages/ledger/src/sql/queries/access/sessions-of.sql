-- Params: user_id text, at bigint
select access_session_json(s) as session from access_sessions s
where user_id = $1::text and not ended and expires_at > $2::bigint
order by seen_at desc, session_id
