-- Trigger of `events`: one is only ever redacted, sealed anew or merged.
create or replace function refuse_other_event() returns trigger
language plpgsql as $$
begin
  raise exception 'an event is only ever redacted, sealed anew or merged';
end $$;
