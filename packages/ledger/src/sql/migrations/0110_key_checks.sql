-- What tells another key of the same id from the one this database was first used with: a keyed hash of its own id, from
-- which nobody learns the key.

create table key_checks (
  key_id text collate "C" primary key,
  value text not null
);
