-- The sealed profiles of some accounts.
-- Params: account_ids text[]
select account_id, profile from accounts where account_id = any ($1::text[]) and profile is not null
