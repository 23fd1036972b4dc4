-- Params: endpoint_id text, message_id text
select webhook_delivery_json(d) as delivery from webhook_deliveries d
where endpoint_id = $1::text and message_id = $2::text
