-- Says which account is behind a reference.
-- Params: account_refs text[], account_ids text[]
insert into account_directory (account_ref, account_id)
select distinct on (account_ref) account_ref, account_id from unnest($1::text[], $2::text[]) as given (account_ref, account_id)
on conflict (account_ref) do nothing
