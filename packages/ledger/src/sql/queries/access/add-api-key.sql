-- Params: key_id, label, secret_hash, scopes text[], created_by, created_at bigint, expires_at bigint
insert into access_api_keys (key_id, label, secret_hash, scopes, created_by, created_at, expires_at)
values ($1::text, $2::text, $3::text, $4::text[], $5::text, $6::bigint, $7::bigint)
