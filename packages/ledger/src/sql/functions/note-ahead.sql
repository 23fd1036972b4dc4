-- Trigger of `decisions`: notes which were made before the event they answer was told.
create or replace function note_ahead() returns trigger
language plpgsql as $$
begin
  new.ahead := not exists (select from events where event_id = new.trigger);
  return new;
end $$;
