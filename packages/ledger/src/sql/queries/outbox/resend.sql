-- Params: endpoint_id text, message_id text, at bigint
update webhook_deliveries d set state = 'pending', tries = 0, next_at = $3::bigint, settled_at = null
from webhook_endpoints e
where d.endpoint_id = $1::text and d.message_id = $2::text and d.state <> 'pending'
  and e.endpoint_id = d.endpoint_id and e.disabled_at is null
returning d.message_id
