-- Whether as many other rewards of its beneficiary in its programme stand released as a reward may come after, or as much money.
-- In: room: [{below?, most?: {minor, currency}, since?}]: of those released after `since`, or ever, fewer than `below`, and no
-- more of that currency than `most`. A process of an earlier release, still at work while this is brought up, tells one
-- {released, more} that bounds all of them.
create or replace function is_full(reward text, room jsonb) returns boolean
language sql stable as $$
  select exists (
    select from jsonb_path_query(room, '$[*]') as bound
    where case when bound ? 'most' then (bound #>> '{most,minor}')::bigint < (
      -- As far as a number holds it exactly, as it was told to whoever decided.
      select least(coalesce(sum((other.state #>> '{amount,minor}')::bigint), 0), 9007199254740991)
      from rewards mine
      join rewards other using (beneficiary_id, programme_id)
      where mine.reward_id = reward and other.reward_id <> reward and other.released_at is not null
        and other.state #>> '{amount,currency}' = bound #>> '{most,currency}'
        and (bound -> 'since' is null or other.released_at > (bound ->> 'since')::bigint))
      else false end
    or coalesce((bound ->> 'below')::bigint,
        (bound ->> 'released')::bigint + (bound ->> 'more')::bigint) <= (
      select count(*) from rewards mine
      join rewards other using (beneficiary_id, programme_id)
      where mine.reward_id = reward and other.reward_id <> reward and other.released_at is not null
        and (bound -> 'since' is null or other.released_at > (bound ->> 'since')::bigint))
  )
$$;
