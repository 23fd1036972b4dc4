-- Params: endpoint_id, url, types text[], secrets bytea, created_by, created_at bigint
insert into webhook_endpoints (endpoint_id, url, types, secrets, created_by, created_at)
values ($1::text, $2::text, $3::text[], $4::bytea, $5::text, $6::bigint)
