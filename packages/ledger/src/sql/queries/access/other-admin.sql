-- Whether anybody else who may sign in is an administrator.
-- Params: user_id text
select exists (
  select from access_users where role = 'admin' and disabled_at is null and user_id <> $1::text
) as found
