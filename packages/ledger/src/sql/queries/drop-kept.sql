-- Lets go of what the profiles of some accounts were read as.
-- Params: account_ids text[]
delete from kept_tokens where account_id = any ($1::text[])
