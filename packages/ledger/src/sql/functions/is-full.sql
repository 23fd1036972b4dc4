-- Whether as many other rewards of its beneficiary in its programme stand released as a reward may come after.
-- In: room: [{below, since?}]: fewer than `below` released after `since`, or ever. A process of an earlier release, still at
-- work while this is brought up, tells one {released, more} that bounds all of them.
create or replace function is_full(reward text, room jsonb) returns boolean
language sql stable as $$
  select exists (
    select from jsonb_path_query(room, '$[*]') as bound
    where coalesce((bound ->> 'below')::bigint,
        (bound ->> 'released')::bigint + (bound ->> 'more')::bigint) <= (
      select count(*) from rewards mine
      join rewards other using (beneficiary_id, programme_id)
      where mine.reward_id = reward and other.reward_id <> reward and other.released_at is not null
        and (bound -> 'since' is null or other.released_at > (bound ->> 'since')::bigint))
  )
$$;
