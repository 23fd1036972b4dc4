-- Params: key_id text, at bigint
update access_api_keys set revoked_at = $2::bigint where key_id = $1::text and revoked_at is null
returning key_id
