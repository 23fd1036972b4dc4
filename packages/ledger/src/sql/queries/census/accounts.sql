-- Some of all accounts, as they stand now, in the order of their ids.
-- Params: after text, limit integer
select account_id as id,
    jsonb_build_object('maturedAt', matured_at, 'abusiveAt', abusive_at) as state, profile,
    erased or exists (select from merges where merges.account_id = accounts.account_id) as erased
  from accounts left join memberships using (account_id)
  where account_id > $1 order by account_id limit $2::integer
