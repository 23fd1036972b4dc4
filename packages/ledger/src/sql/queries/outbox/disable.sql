-- Params: endpoint_id text, at bigint, because text
update webhook_endpoints set disabled_at = $2::bigint, disabled_because = $3::text
where endpoint_id = $1::text and disabled_at is null returning endpoint_id
