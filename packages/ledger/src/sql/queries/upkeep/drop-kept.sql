-- Lets go of what the profile of an account was read as.
-- Params: account_id text
delete from kept_tokens where account_id = $1
