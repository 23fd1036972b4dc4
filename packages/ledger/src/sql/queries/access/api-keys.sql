select access_api_key_json(k) as key from access_api_keys k order by created_at desc, key_id
