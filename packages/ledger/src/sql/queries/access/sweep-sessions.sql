-- Params: at bigint
delete from access_sessions where expires_at <= $1::bigint
