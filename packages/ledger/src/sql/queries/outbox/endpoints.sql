select webhook_endpoint_json(e) as endpoint, e.secrets from webhook_endpoints e
order by created_at desc, endpoint_id
