-- States anew which screenings some rewards are owed: those that were asked for, those their orders call for, the end of a
-- wait. By index, whatever the planner thinks of empty tables: planned so once, it read all decisions at every append.
create or replace function refresh_timers(reward_ids text[]) returns void
language plpgsql as $$
begin
  with wanted as materialized (
    select reward_id, order_id, (state ->> 'accruedAt')::bigint as accrued_at
    from rewards
    where reward_id = any (reward_ids) and state is not null and not is_reversed(state)
  ), called as materialized (
    select w.reward_id, e.event_id as trigger, greatest(e.at, w.accrued_at) as at
    from wanted w cross join lateral (
      select event_id, at from events where entity_id = w.reward_id and type = 'reward.due' offset 0
    ) e
    union all
    select w.reward_id, case when before.ahead then 'told:' || e.event_id else e.event_id end,
      greatest(e.at, w.accrued_at)
    from wanted w cross join lateral (
      select event_id, at from events
      where entity_id = w.order_id and type = 'order.updated' and calls offset 0
    ) e left join lateral (
      select ahead from decisions d
      where d.reward_id = w.reward_id and d.trigger = e.event_id limit 1
    ) before on true
  ), owed as materialized (
    select c.reward_id, c.trigger, c.at
    from called c left join lateral (
      select true as made from decisions d
      where d.reward_id = c.reward_id and d.trigger = c.trigger limit 1
    ) answer on true
    where answer.made is null
    union all
    select w.reward_id, 'wait:' || last.decision_id, (last.decision ->> 'until')::bigint
    from wanted w cross join lateral (
      select decision_id, action, decision from decisions d
      where d.reward_id = w.reward_id order by seq desc limit 1
    ) last
    -- Opened only where it waits: in which order two conditions are looked at is the planner's choice.
    where case when last.action = 'wait' then last.decision -> 'until' end is not null
  ), settled as (
    delete from timers t
    where reward_id = any (reward_ids) and not exists (
      select from owed o where o.reward_id = t.reward_id and o.trigger = t.trigger)
  )
  insert into timers (reward_id, trigger, at) select reward_id, trigger, at from owed
  on conflict (reward_id, trigger) do update set at = excluded.at where timers.at <> excluded.at;
end $$;
