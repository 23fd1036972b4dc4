-- Who did what, chained: each hash covers the one before it. Entries are added, never changed and never taken away.

create table audit_entries (
  seq bigint primary key,
  at bigint not null,
  actor text collate "C" not null,
  action text collate "C" not null,
  subject text collate "C" not null,
  -- JSON as the text that was hashed.
  details text not null,
  hash text not null
);
create index audit_on on audit_entries (subject, seq);
create index audit_by on audit_entries (actor, seq);
create index audit_of on audit_entries (action, seq);

create function refuse_change() returns trigger
language plpgsql as $$
begin
  raise exception 'audit entries are only ever added';
end $$;
create trigger audit_entries_kept before update or delete on audit_entries
  for each row execute function refuse_change();
create trigger audit_entries_not_emptied before truncate on audit_entries
  for each statement execute function refuse_change();
