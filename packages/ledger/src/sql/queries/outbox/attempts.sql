-- Params: endpoint_id text, message_id text
select webhook_attempt_json(a) as attempt from webhook_attempts a
where endpoint_id = $1::text and message_id = $2::text order by seq
