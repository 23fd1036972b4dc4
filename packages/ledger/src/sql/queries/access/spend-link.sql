-- Params: token_hash text
delete from access_links where token_hash = $1::text
