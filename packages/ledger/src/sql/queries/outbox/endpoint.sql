-- Params: endpoint_id text
select webhook_endpoint_json(e) as endpoint, e.secrets from webhook_endpoints e
where endpoint_id = $1::text
