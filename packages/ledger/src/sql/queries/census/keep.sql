-- Keeps what some profiles were read as, if they stand as they were read. A crash may take it back, which costs reading again.
-- Whoever is changing a profile meanwhile is passed over, not waited for.
-- Params: read_as text, account_ids text[], stamps bytea[], tokens bytea[]
with given as (
  select * from unnest($2::text[], $3::bytea[], $4::bytea[]) as given (account_id, stamp, tokens)
), standing as (
  -- INVARIANT: locked, so that who erases or expires a profile finds here afterwards what was kept of it before.
  select account_id, given.stamp, given.tokens
  from accounts join given using (account_id)
  where given.stamp = substring(profile from 1 for length(given.stamp))
    and not exists (
      select from kept_tokens as known
      where known.account_id = given.account_id and known.stamp = given.stamp and known.read_as = $1)
  order by account_id
  for share of accounts skip locked
)
insert into kept_tokens (account_id, stamp, read_as, tokens)
select account_id, stamp, $1, tokens from standing, set_config('synchronous_commit', 'off', true)
on conflict (account_id) do update
set stamp = excluded.stamp, read_as = excluded.read_as, tokens = excluded.tokens
