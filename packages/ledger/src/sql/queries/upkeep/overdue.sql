-- Accounts of which something was observed before an instant, in the order of their ids.
-- Params: before bigint, after text, limit integer
select account_id from accounts a
where account_id > $2 and profile is not null and exists (
  select from events e
  where e.account_id = a.account_id and type = 'account.observed' and at < $1::bigint
)
order by account_id limit $3::integer
