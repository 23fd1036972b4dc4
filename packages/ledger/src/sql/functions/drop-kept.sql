-- Trigger of `accounts`: what a profile was read as goes with it.
create or replace function drop_kept() returns trigger
language plpgsql as $$
begin
  delete from kept_tokens where account_id = new.account_id;
  return null;
end $$;
