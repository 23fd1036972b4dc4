-- Params: at bigint
delete from access_links where expires_at <= $1::bigint
