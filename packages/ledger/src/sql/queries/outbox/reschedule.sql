-- When what waits for an endpoint is tried next.
-- Params: endpoint_id text, next_at bigint
update webhook_deliveries set next_at = $2::bigint where endpoint_id = $1::text and state = 'pending'
