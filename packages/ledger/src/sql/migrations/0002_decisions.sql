-- Decisions, never changed once written, with the claims they hold on orders, and the screenings still owed.

create table decisions (
  seq bigint generated always as identity primary key,
  decision_id text collate "C" not null unique,
  reward_id text collate "C" not null,
  trigger text collate "C" not null,
  -- json, not jsonb: a decision comes back as it was written, key by key.
  decision json not null,
  unique (reward_id, trigger)
);
create index decisions_on on decisions (reward_id, seq);

-- One order pays once per side, across programmes, channels and processes.
create table claims (
  order_id text collate "C" not null,
  side text collate "C" not null,
  reward_id text collate "C" not null,
  at bigint not null,
  primary key (order_id, side)
);

-- Screenings somebody owes, kept with whatever called for them, so that no crash forgets one.
create table timers (
  reward_id text collate "C" not null,
  trigger text collate "C" not null,
  at bigint not null,
  primary key (reward_id, trigger)
);
create index timers_due on timers (at, reward_id, trigger);

-- States anew which screenings some rewards owe: each payout asked for and each undoing of the order that no decision
-- answered, and the end of the wait the reward is in. The caller has locked the rewards.
create function refresh_timers(reward_ids text[]) returns void
language sql as $$
  with wanted as (
    select reward_id, order_id, (state ->> 'accruedAt')::bigint as accrued_at
    from rewards
    where reward_id = any (reward_ids) and state is not null and state -> 'reversedAt' is null
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
    select w.reward_id, 'wait:' || (last.decision ->> 'decisionId'),
      (last.decision ->> 'until')::bigint
    from wanted w cross join lateral (
      select decision from decisions d where d.reward_id = w.reward_id order by seq desc limit 1
    ) last
    where last.decision ->> 'action' = 'wait' and last.decision -> 'until' is not null
  ), settled as (
    delete from timers t
    where reward_id = any (reward_ids) and not exists (
      select from owed o where o.reward_id = t.reward_id and o.trigger = t.trigger)
  )
  insert into timers (reward_id, trigger, at) select reward_id, trigger, at from owed
  on conflict (reward_id, trigger) do update set at = excluded.at where timers.at <> excluded.at
$$;

-- Keeps decisions one after the other, in one transaction and one request.
-- In: writes as JSON: [{decision, trigger, claim?: {effect, orderId, side}}]
-- Out: one row each: what became of it, with the decision kept, or the claim that stands in its way.
-- Raises no_data_found with the ids when a reward is not known.
create function commit_decisions(writes json)
returns table (nth integer, outcome text, kept json, claimed jsonb)
language plpgsql as $$
#variable_conflict use_column
declare
  entry json;
  the_decision json;
  reward text;
  claim json;
  holder claims;
  unknown text;
begin
  -- In the order of ids, as every writer of rewards locks them: two batches never wait for each other in a ring.
  perform 1 from rewards
    where reward_id in (select e -> 'decision' ->> 'rewardId' from json_array_elements(writes) as given (e))
    order by reward_id for update;
  select string_agg(distinct e -> 'decision' ->> 'rewardId', ', ') into unknown
    from json_array_elements(writes) as given (e)
    where not exists (
      select from rewards
      where reward_id = e -> 'decision' ->> 'rewardId' and state is not null
    );
  if unknown is not null then
    raise no_data_found using message = unknown;
  end if;

  nth := -1;
  for entry in select e from json_array_elements(writes) as given (e) loop
    nth := nth + 1;
    the_decision := entry -> 'decision';
    reward := the_decision ->> 'rewardId';
    claim := entry -> 'claim';
    claimed := null;

    select d.decision into kept from decisions d
      where d.reward_id = reward and d.trigger = entry ->> 'trigger';
    if found then
      outcome := 'existing';
      return next;
      continue;
    end if;

    if claim ->> 'effect' = 'take' then
      -- A claim freed between the two statements is tried for again.
      loop
        insert into claims values
          (claim ->> 'orderId', claim ->> 'side', reward, (the_decision ->> 'at')::bigint)
          on conflict do nothing;
        select * into holder from claims
          where order_id = claim ->> 'orderId' and side = claim ->> 'side';
        exit when found;
      end loop;
      if holder.reward_id <> reward then
        outcome := 'claimed';
        kept := null;
        claimed := jsonb_build_object('orderId', holder.order_id, 'side', holder.side,
          'rewardId', holder.reward_id, 'at', holder.at);
        return next;
        continue;
      end if;
    elsif claim ->> 'effect' = 'free' then
      delete from claims
        where order_id = claim ->> 'orderId' and side = claim ->> 'side' and reward_id = reward;
    end if;

    insert into decisions (decision_id, reward_id, trigger, decision)
      values (the_decision ->> 'decisionId', reward, entry ->> 'trigger', the_decision);
    update rewards
      set decided_action = the_decision ->> 'action', decided_at = (the_decision ->> 'at')::bigint
      where reward_id = reward;
    outcome := 'committed';
    kept := the_decision;
    return next;
  end loop;
  perform refresh_timers(array(
    select distinct e -> 'decision' ->> 'rewardId' from json_array_elements(writes) as given (e)));
end $$;
