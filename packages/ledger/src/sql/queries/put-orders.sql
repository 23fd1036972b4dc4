-- Writes folded orders.
-- Params: order_ids text[], states json text[], payments base64 text[], spans json text[]
insert into orders (order_id, state, payment, span)
select order_id, state::jsonb, decode(payment, 'base64'), span::jsonb
from unnest($1::text[], $2::text[], $3::text[], $4::text[])
  as given (order_id, state, payment, span)
on conflict (order_id) do update
set state = excluded.state, payment = excluded.payment, span = excluded.span
