-- Trigger of `events`: one goes to another account only by a merge.
create or replace function refuse_other_account() returns trigger
language plpgsql as $$
begin
  if not exists (
    select from merges where account_id = old.account_id and into_id = new.account_id
  ) then
    raise exception 'an event goes to another account only by a merge';
  end if;
  return null;
end $$;
