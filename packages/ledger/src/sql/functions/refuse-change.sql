-- Trigger of `audit_entries`: they are only ever added.
create or replace function refuse_change() returns trigger
language plpgsql as $$
begin
  raise exception 'audit entries are only ever added';
end $$;
