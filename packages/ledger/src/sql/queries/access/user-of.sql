-- Params: subject text
select access_user_json(u) as user, u.totp_secret as totp from access_users u where u.subject = $1::text
