-- Lets go of what was kept, or of what was read otherwise, of some accounts after one, in the order of their ids, as who keeps
-- locks them; gives how far it came, and nothing at the end.
-- Params: read_as text or null, after text, limit integer
with page as (
  select account_id, read_as from kept_tokens where account_id > $2 order by account_id limit $3::integer for update
), gone as (
  delete from kept_tokens using page
  where kept_tokens.account_id = page.account_id and ($1::text is null or page.read_as <> $1)
)
select max(account_id) as last from page having count(*) > 0
