-- What the profile of an account was read as, in the keyed hashes the graph knows: whoever fills a graph anew need not open it
-- and read it again. True of the profile that begins with the stamp, and of none that stood there before or after.
create table kept_tokens (
  account_id text collate "C" primary key,
  stamp bytea not null,
  read_as text not null,
  tokens bytea not null
);

-- By the database itself: a process of the release before this one erases and merges too.
create function drop_kept() returns trigger
language plpgsql as $$
begin
  delete from kept_tokens where account_id = new.account_id;
  return null;
end $$;
create trigger accounts_drop_kept after update of profile on accounts
  for each row when (new.profile is null) execute function drop_kept();
