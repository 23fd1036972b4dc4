-- Params: endpoint_id text
update webhook_endpoints set disabled_at = null, disabled_because = null
where endpoint_id = $1::text and disabled_at is not null returning endpoint_id
