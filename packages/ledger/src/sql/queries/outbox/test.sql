-- Params: endpoint_id text, message_id text, at bigint
insert into webhook_deliveries (message_id, endpoint_id, type, at, next_at)
select $2::text, endpoint_id, 'webhook.test', $3::bigint, $3::bigint
from webhook_endpoints where endpoint_id = $1::text and disabled_at is null
on conflict do nothing
returning message_id
