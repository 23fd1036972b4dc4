-- Writes a try down with what it means for its delivery, both or neither.
-- Params: message_id, endpoint_id, lease integer, at bigint, outcome, status integer, milliseconds integer, next_at bigint
with hit as (
  update webhook_deliveries d set
    state = case
      when $5::text = 'delivered' then 'delivered'
      when $8::bigint is null then 'failed'
      else 'pending'
    end,
    tries = tries + 1,
    next_at = case when $5::text <> 'delivered' and exists (
      select from webhook_endpoints e where e.endpoint_id = d.endpoint_id and e.disabled_at is null
    ) then $8::bigint end,
    settled_at = case when $5::text = 'delivered' or $8::bigint is null then $4::bigint end
  where message_id = $1::text and endpoint_id = $2::text and (
    (state = 'pending' and lease = $3::integer)
    or ($5::text = 'delivered' and state <> 'delivered'))
  returning message_id, endpoint_id
)
insert into webhook_attempts (message_id, endpoint_id, at, outcome, status, milliseconds)
select message_id, endpoint_id, $4::bigint, $5::text, $6::integer, $7::integer from hit
returning seq
