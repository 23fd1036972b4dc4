-- Params: user_id text, keep text
update access_sessions set ended = true, data = ''
where user_id = $1::text and session_id is distinct from $2::text
