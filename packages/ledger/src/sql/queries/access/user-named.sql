-- Params: name_key text
select access_user_json(u) as user, u.totp_secret as totp from access_users u where u.name_key = $1::text
