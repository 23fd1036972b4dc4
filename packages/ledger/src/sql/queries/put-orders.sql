-- Writes folded orders.
-- Params: order_ids text[], states json text[], payments bytea[], spans json text[]
insert into orders (order_id, state, payment, span)
select order_id, state::jsonb, payment, span::jsonb
from unnest($1::text[], $2::text[], $3::bytea[], $4::text[])
  as given (order_id, state, payment, span)
on conflict (order_id) do update
set state = excluded.state, payment = excluded.payment, span = excluded.span
