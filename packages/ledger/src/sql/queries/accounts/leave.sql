-- Forgets the references of some accounts.
-- Params: account_ids text[]
delete from account_directory where account_id = any ($1::text[])
