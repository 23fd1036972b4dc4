-- A decision that was asked for under the id of an event nobody had told yet did not see that event. What undoes an order
-- then calls for another one; a payout that is asked for twice under one id is still decided once.

-- Whether its trigger was the id of no event when it was kept. Of those kept before, nobody knows: they answer as they did.
alter table decisions add column ahead boolean not null default false;

create function note_ahead() returns trigger
language plpgsql as $$
begin
  new.ahead := not exists (select from events where event_id = new.trigger);
  return new;
end $$;
create trigger decisions_note_ahead before insert on decisions
  for each row execute function note_ahead();

-- As before, but of those.
create or replace function refresh_timers(reward_ids text[]) returns void
language plpgsql as $$
begin
  with wanted as (
    select reward_id, order_id, (state ->> 'accruedAt')::bigint as accrued_at
    from rewards
    where reward_id = any (reward_ids) and state is not null and not is_reversed(state)
  ), called as (
    select w.reward_id, e.event_id as trigger, greatest(e.at, w.accrued_at) as at
    from wanted w join events e on e.entity_id = w.reward_id
    where e.type = 'reward.due'
    union all
    select w.reward_id, case when before.ahead then 'told:' || e.event_id else e.event_id end,
      greatest(e.at, w.accrued_at)
    from wanted w join events e on e.entity_id = w.order_id
    left join decisions before on before.reward_id = w.reward_id and before.trigger = e.event_id
    where e.type = 'order.updated' and e.calls
  ), owed as materialized (
    select * from called c
    where not exists (
      select from decisions d where d.reward_id = c.reward_id and d.trigger = c.trigger)
    union all
    select w.reward_id, 'wait:' || last.decision_id, (last.decision ->> 'until')::bigint
    from wanted w cross join lateral (
      select decision_id, action, decision from decisions d
      where d.reward_id = w.reward_id order by seq desc limit 1
    ) last
    where last.action = 'wait'
      and last.decision -> 'until' is not null
  ), settled as (
    delete from timers t
    where reward_id = any (reward_ids) and not exists (
      select from owed o where o.reward_id = t.reward_id and o.trigger = t.trigger)
  )
  insert into timers (reward_id, trigger, at) select reward_id, trigger, at from owed
  on conflict (reward_id, trigger) do update set at = excluded.at where timers.at <> excluded.at;
end $$;
