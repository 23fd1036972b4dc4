-- What was recorded stays as it was: an event can lose what it said, be sealed anew, and go with its account into another.

create function refuse_other_event() returns trigger
language plpgsql as $$
begin
  raise exception 'an event is only ever redacted, sealed anew or merged';
end $$;

create trigger events_kept before update on events
  for each row when (
    (old.seq, old.event_id, old.type, old.at, old.entity_id, old.calls)
      is distinct from (new.seq, new.event_id, new.type, new.at, new.entity_id, new.calls)
    -- Redacted is for good, and what is not any more is redacted.
    or old.redacted and not new.redacted
    or old.sealed is not null and new.sealed is null and not new.redacted
    -- Nothing comes where there was nothing; in the clear only what is left of something sealed.
    or old.sealed is null and new.sealed is not null
    or old.body is distinct from new.body and (old.sealed is null or new.sealed is not null)
  ) execute function refuse_other_event();

create function refuse_other_account() returns trigger
language plpgsql as $$
begin
  if not exists (
    select from merges where account_id = old.account_id and into_id = new.account_id
  ) then
    raise exception 'an event goes to another account only by a merge';
  end if;
  return null;
end $$;

-- Behind the statement, which writes down the merge as well.
create trigger events_merged after update on events
  for each row when (old.account_id is distinct from new.account_id)
  execute function refuse_other_account();
