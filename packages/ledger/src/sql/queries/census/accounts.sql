-- Some of all accounts, as they stand now, in the order of their ids.
-- Params: after text, limit integer, read_as text
select accounts.account_id as id,
    jsonb_build_object('maturedAt', matured_at, 'abusiveAt', abusive_at) as state,
    case when tokens is null then profile end as profile, tokens,
    erased or exists (select from merges where merges.account_id = accounts.account_id) as erased
  from accounts left join memberships using (account_id)
    left join kept_tokens on kept_tokens.account_id = accounts.account_id
      and read_as = $3 and stamp = substring(profile from 1 for length(stamp))
  where accounts.account_id > $1 order by accounts.account_id limit $2::integer
