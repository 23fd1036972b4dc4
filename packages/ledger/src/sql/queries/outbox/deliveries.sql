-- Params: endpoint_id text, before bigint, limit integer
select webhook_delivery_json(d) as delivery from webhook_deliveries d
where endpoint_id = $1::text and seq < coalesce($2::bigint, 9223372036854775807)
order by seq desc limit $3::integer
