-- Adds a user unless the name or the subject is taken.
-- Params: user_id, name, name_key, role, password, totp_secret bytea, recovery_codes text[], subject, settings jsonb,
-- created_at bigint, disabled_at bigint
insert into access_users
  (user_id, name, name_key, role, password, totp_secret, recovery_codes, subject, settings, created_at, disabled_at)
values ($1::text, $2::text, $3::text, $4::text, $5::text, $6::bytea, $7::text[], $8::text, $9::jsonb, $10::bigint,
  $11::bigint)
on conflict do nothing
returning user_id
