-- Leases what is due. Two that ask at once are given different rows.
-- Params: at bigint, limit integer, lease_for bigint
with picked as (
  select d.message_id, d.endpoint_id, d.decision_id, d.next_at as due_at
  from webhook_deliveries d join webhook_endpoints e using (endpoint_id)
  where d.next_at <= $1::bigint and e.disabled_at is null
  order by d.next_at, d.seq
  limit $2::integer
  for update of d skip locked
), leased as (
  update webhook_deliveries d set next_at = $1::bigint + $3::bigint, lease = d.lease + 1
  from picked where d.message_id = picked.message_id and d.endpoint_id = picked.endpoint_id
  returning webhook_delivery_json(d) as delivery, d.lease, d.endpoint_id, d.seq,
    picked.decision_id, picked.due_at
)
select leased.delivery, leased.lease, webhook_endpoint_json(e) as endpoint, e.secrets,
  decisions.decision
from leased join webhook_endpoints e using (endpoint_id)
  left join decisions on decisions.decision_id = leased.decision_id
order by leased.due_at, leased.seq
