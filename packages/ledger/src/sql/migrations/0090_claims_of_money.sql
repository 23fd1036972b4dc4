-- A claim says that money is, or goes, out for one side of an order. What the payout service tells moves it: a payment takes
-- a side that is free, and only what it takes back gives a side up that was paid for; a claw-back alone does not.

create function claim_side(state jsonb) returns text
language sql immutable parallel safe as $$
  select case when state ->> 'side' = 'referee' then 'referee' else 'referrer' end
$$;

-- Who holds some sides of orders as their rewards stand now, where that is not who the table says; null: nobody. Whoever held
-- it by a decision, as long as its money was not taken back; else the first of those whose money is or goes out.
create function moved_claims(order_ids text[], sides text[])
returns table (order_id text, side text, reward_id text, at bigint)
language sql stable as $$
  with wanted as (
    select order_id collate "C" as order_id, side collate "C" as side
    from unnest(order_ids, sides) as given (order_id, side)
  ), claimants as (
    select w.order_id, w.side, r.reward_id, r.decided_action, r.decided_at, c.at as held_at,
      (r.state ->> 'paidAt')::bigint as paid_at, r.state -> 'reversedAt' is not null as was_reversed,
      c.reward_id is not null and coalesce(r.decided_action in ('pay', 'claw_back'), false) as kept
    from wanted w
    join rewards r on r.order_id = w.order_id and claim_side(r.state) = w.side
      and not is_reversed(r.state)
    left join claims c on c.order_id = w.order_id and c.side = w.side and c.reward_id = r.reward_id
  ), holders as (
    select distinct on (order_id, side) order_id, side, reward_id,
      case when kept and not was_reversed then held_at else coalesce(paid_at, decided_at) end as at
    from claimants
    where kept or paid_at is not null or decided_action = 'pay'
    order by order_id, side, kept desc, coalesce(paid_at, decided_at), reward_id
  )
  select order_id, side, h.reward_id, h.at
  from wanted left join claims c using (order_id, side) left join holders h using (order_id, side)
  where (c.reward_id, c.at) is distinct from (h.reward_id, h.at)
$$;

-- States anew who holds some sides of orders. Called after every lock on rewards was taken: whoever keeps decisions has those
-- of its own before it comes to a claim.
create function restate_claims(order_ids text[], sides text[]) returns void
language plpgsql as $$
begin
  if not exists (select from moved_claims(order_ids, sides)) then
    return;
  end if;
  lock table claims in share row exclusive mode;
  delete from claims c using moved_claims(order_ids, sides) m
    where c.order_id = m.order_id and c.side = m.side and m.reward_id is null;
  insert into claims (order_id, side, reward_id, at)
    select order_id, side, reward_id, at from moved_claims(order_ids, sides)
    where reward_id is not null
  on conflict (order_id, side) do update set reward_id = excluded.reward_id, at = excluded.at;
end $$;

-- What was recorded before.
select restate_claims(array_agg(order_id order by order_id, side), array_agg(side order by order_id, side))
from (
  select distinct order_id, claim_side(state) as side from rewards
  where order_id is not null
    and (state -> 'paidAt' is not null or state -> 'reversedAt' is not null or decided_action is not null)
) told;

-- As before, but a reward that was taken back and paid again is asked about like any other that is out.
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
    select w.reward_id, e.event_id, greatest(e.at, w.accrued_at)
    from wanted w join events e on e.entity_id = w.order_id
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

select refresh_timers(array_agg(reward_id)) from rewards
where state -> 'reversedAt' is not null and not is_reversed(state);
