-- Params: key_id text
select access_api_key_json(k) as key from access_api_keys k where key_id = $1::text
