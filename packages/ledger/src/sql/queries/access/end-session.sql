-- Params: session_id text
update access_sessions set ended = true, data = '' where session_id = $1::text
