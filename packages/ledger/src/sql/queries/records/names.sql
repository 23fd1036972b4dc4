-- Which of some accounts are now part of another.
-- Params: account_ids text[]
select account_id, into_id from merges where account_id = any ($1::text[])
