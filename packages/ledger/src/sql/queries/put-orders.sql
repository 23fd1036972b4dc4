-- Writes folded orders.
-- Params: order_ids text[], states json lines, payments base64 lines, spans json lines
insert into orders (order_id, state, payment, span)
select order_id, state::jsonb, decode(payment, 'base64'), span::jsonb
from unnest($1::text[], string_to_array($2, E'\n', ''), string_to_array($3, E'\n', ''), string_to_array($4, E'\n', ''))
  as given (order_id, state, payment, span)
on conflict (order_id) do update
set state = excluded.state, payment = excluded.payment, span = excluded.span
