-- Params: user_id text, code_hash text
update access_users set recovery_codes = array_remove(recovery_codes, $2::text)
where user_id = $1::text and $2::text = any (recovery_codes)
returning user_id
