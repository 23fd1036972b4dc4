-- What runs with every append goes by index, whatever the planner thought of empty tables: one list of ids after the other.

-- Locks every reward that what is told may touch, in the order of ids, as every writer of rewards locks them: some rewards,
-- those of some orders and referrals, and those of some referees.
create function lock_told(reward_ids text[], order_ids text[], referral_ids text[], referee_ids text[])
returns void
language plpgsql as $$
declare
  links text[] := referral_ids
    || array(select referral_id from referrals where referee_id = any (referee_ids));
  ids text[] := reward_ids
    || array(select reward_id from rewards where order_id = any (order_ids))
    || array(select reward_id from rewards where referral_id = any (links));
begin
  perform 1 from rewards where reward_id = any (ids) order by reward_id for update;
end $$;

-- Calls for another screening of rewards that were let go, are held or wait, and of which something is told otherwise: some
-- rewards, those of some referrals, and those of referrals that others of the same referee come before. Their rewards are locked.
create function recall_corrected(
  reward_ids text[], referral_ids text[], first_ids text[], last_event text, told_at bigint)
returns void
language plpgsql as $$
declare
  referees text[] := array(select referee_id from referrals where referral_id = any (first_ids));
  later text[] := array(
    select other.referral_id from referrals other
    where other.referee_id = any (referees) and exists (
      select from referrals first
      where first.referral_id = any (first_ids) and first.referee_id = other.referee_id
        and first.programme_id = other.programme_id
        and (first.at, first.first_event) < (other.at, other.first_event)));
  ids text[] := reward_ids
    || array(select reward_id from rewards where referral_id = any (referral_ids || later));
  standing text[] := array(
    select r.reward_id from rewards r cross join lateral latest_decision(r.reward_id) last
    where r.reward_id = any (ids) and r.state is not null and not is_reversed(r.state)
      and last.action in ('pay', 'review', 'wait')
    order by r.reward_id);
begin
  if cardinality(standing) = 0 then
    return;
  end if;
  insert into events (seq, event_id, type, at, entity_id, redacted, calls)
  select (select coalesce(max(seq), 0) from events) + nth,
    'corrected:[' || to_json(last_event) || ',' || to_json(reward_id) || ']',
    'reward.due', told_at, reward_id, true, true
  from unnest(standing) with ordinality as given (reward_id, nth);
  perform refresh_timers(standing);
end $$;

-- As before.
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
