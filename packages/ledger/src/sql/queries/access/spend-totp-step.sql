-- Params: user_id text, step bigint
update access_users set totp_step = $2::bigint where user_id = $1::text and totp_step < $2::bigint
returning user_id
