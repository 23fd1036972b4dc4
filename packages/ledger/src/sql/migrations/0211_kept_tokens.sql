-- What the profile of an account was read as, in the keyed hashes the graph knows: whoever fills a graph anew need not open it
-- and read it again. True of the profile that begins with the stamp, and of none that stood there before or after.
create table kept_tokens (
  account_id text collate "C" primary key,
  stamp bytea not null,
  read_as text not null,
  tokens bytea not null
);
