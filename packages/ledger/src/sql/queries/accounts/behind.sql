-- The accounts behind some references.
-- Params: account_refs text[]
select account_ref, account_id from account_directory where account_ref = any ($1::text[])
