-- Writes what may change about a user; a new second factor begins with no time step used.
-- Params: user_id, role, password, totp_secret bytea, new_totp boolean, recovery_codes text[], settings jsonb,
-- disabled_at bigint
update access_users
set role = $2::text, password = $3::text,
  totp_secret = case when $5::boolean then $4::bytea else totp_secret end,
  totp_step = case when $5::boolean then -1 else totp_step end,
  recovery_codes = $6::text[], settings = $7::jsonb, disabled_at = $8::bigint
where user_id = $1::text
