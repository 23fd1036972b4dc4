-- The sealed profile of an account.
-- Params: account_id text
select profile from accounts where account_id = $1 and profile is not null
