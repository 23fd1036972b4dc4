-- Of some sides of orders those that another reward holds now, or none: first who was let go or took it back and was not
-- reversed, then who was paid first.
create or replace function moved_claims(order_ids text[], sides text[])
returns table (order_id text, side text, reward_id text, at bigint)
language sql stable as $$
  with wanted as materialized (
    select w.order_id, w.side, c.reward_id as held_by, c.at as held_at
    from unnest(order_ids, sides) as w (order_id, side)
    left join lateral (
      select claims.reward_id, claims.at from claims
      where claims.order_id = w.order_id and claims.side = w.side limit 1
    ) c on true
  ), claimants as (
    select w.order_id, w.side, w.held_at, r.*,
      w.held_by is not distinct from r.reward_id
        and coalesce(r.decided_action in ('pay', 'claw_back'), false) as kept
    from wanted w cross join lateral (
      select r.reward_id, r.decided_action, r.decided_at,
        (r.state ->> 'paidAt')::bigint as paid_at, r.state -> 'reversedAt' is not null as was_reversed
      from rewards r
      where r.order_id = w.order_id and claim_side(r.state) = w.side and not is_reversed(r.state)
      offset 0
    ) r
  ), holders as (
    select distinct on (order_id, side) order_id, side, reward_id,
      case when kept and not was_reversed then held_at else coalesce(paid_at, decided_at) end as at
    from claimants
    where kept or paid_at is not null or decided_action = 'pay'
    order by order_id, side, kept desc, coalesce(paid_at, decided_at), reward_id collate "C"
  )
  select w.order_id, w.side, h.reward_id, h.at
  from wanted w left join holders h on h.order_id = w.order_id and h.side = w.side
  where (w.held_by, w.held_at) is distinct from (h.reward_id, h.at)
$$;
