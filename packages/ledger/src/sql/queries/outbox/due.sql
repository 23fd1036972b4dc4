-- Leases what is due. Two that ask at once are given different rows.
-- Params: at bigint, limit integer (of each endpoint), lease_for bigint, except text[]
with picked as (
  select d.message_id, d.endpoint_id, d.decision_id, d.next_at as due_at
  from webhook_endpoints e cross join lateral (
    select waiting.message_id, waiting.endpoint_id, waiting.decision_id, waiting.next_at
    from webhook_deliveries waiting
    where waiting.endpoint_id = e.endpoint_id and waiting.next_at <= $1::bigint
    order by waiting.next_at, waiting.seq
    limit $2::integer
    for update skip locked
  ) d
  where e.disabled_at is null and e.endpoint_id <> all ($4::text[])
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
