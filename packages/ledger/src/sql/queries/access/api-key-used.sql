-- Params: key_id text, at bigint
update access_api_keys set last_used_at = greatest(last_used_at, $2::bigint) where key_id = $1::text
