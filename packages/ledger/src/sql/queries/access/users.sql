select access_user_json(u) as user, u.totp_secret as totp from access_users u order by u.name_key
