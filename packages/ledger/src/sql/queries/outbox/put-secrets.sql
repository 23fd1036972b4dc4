-- Params: endpoint_id text, secrets bytea
update webhook_endpoints set secrets = $2::bytea where endpoint_id = $1::text returning endpoint_id
