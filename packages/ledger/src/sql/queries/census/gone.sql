-- Those of some accounts that are no more: erased, or now part of another.
-- Params: account_ids text[]
select account_id as id from accounts where account_id = any ($1::text[]) and (
  erased or exists (select from merges where merges.account_id = accounts.account_id)
)
