-- Params: token_hash text, at bigint
select access_user_json(u) as user, u.totp_secret as totp
from access_links l join access_users u using (user_id)
where l.token_hash = $1::text and l.expires_at > $2::bigint and u.disabled_at is null
