-- Decisions that are kept together are kept in the order they were made in: what a tally says to one of them hangs on those
-- before it. That two batches never wait for each other in a ring is seen to before the first is looked at.

-- Takes every lock that keeping decisions needs, whatever order they come in.
-- In: writes: [{rewardId, claim?: {orderId, side}, upon?: {room?}}]
create function lock_decided(writes jsonb) returns void
language plpgsql as $$
declare
  slot record;
begin
  -- In the order of ids, as every writer of rewards locks them.
  perform 1 from rewards
    where reward_id = any (array(select w ->> 'rewardId' from jsonb_array_elements(writes) as given (w)))
    order by reward_id for update;

  -- Releases to one beneficiary take turns, so that each sees those before it; so do decisions about one side of an order.
  -- Of few locks, in one order, after the rewards' and before the claims themselves: the lock table stays small.
  for slot in
    select distinct hashtext('doubletake.releases') as kind,
      hashtext(r.beneficiary_id || ' ' || r.programme_id) & 255 as place
    from jsonb_array_elements(writes) as given (w)
    join rewards r on r.reward_id = w ->> 'rewardId'
    where w -> 'upon' -> 'room' is not null
    union
    select hashtext('doubletake.claims'),
      hashtext((w #>> '{claim,orderId}') || ' ' || (w #>> '{claim,side}')) & 4095
    from jsonb_array_elements(writes) as given (w)
    where w -> 'claim' is not null
    order by kind, place
  loop
    perform pg_advisory_xact_lock(slot.kind, slot.place);
  end loop;
end $$;

-- Keeps decisions as if one after the other, in one transaction and one request. No two of them are on one reward.
-- In: writes: [{decisionId, rewardId, programmeId, stage, action, outcome, at, score, rules, reasons, shadow, reviewHours?,
--   trigger, claim?: {effect, orderId, side},
--   upon?: {previous?: {decisionId, stage, action}, room?: {released, more}}}]
--   texts: the decisions themselves, as JSON, a line each
-- Out: one row each: what became of it, with the decision that was there already, or the claim that stands in its way. What
-- was decided upon something that stands no more is `overtaken`, and not kept.
-- Raises no_data_found with the ids when a reward is not known.
create or replace function commit_decisions(writes jsonb, texts text)
returns table (nth integer, outcome text, existing json, claimed jsonb)
language plpgsql as $$
#variable_conflict use_column
declare
  reward_ids text[] := array(select w ->> 'rewardId' from jsonb_array_elements(writes) as given (w));
  made jsonb[] := '{}';
  kept integer[] := '{}';
  unknown text;
  entry record;
begin
  perform lock_decided(writes);
  select string_agg(distinct id, ', ') into unknown
    from unnest(reward_ids) as given (id)
    where not exists (select from rewards where reward_id = id and state is not null);
  if unknown is not null then
    raise no_data_found using message = unknown;
  end if;

  for entry in
    select place::integer - 1 as nth, w, w ->> 'rewardId' as reward, (w ->> 'at')::bigint as at,
      w -> 'claim' ->> 'effect' as effect, w -> 'claim' ->> 'orderId' as order_id,
      w -> 'claim' ->> 'side' as side, w -> 'upon' -> 'room' as room, before.decision as before,
      w -> 'upon' is not null
        and latest.decision_id is distinct from w #>> '{upon,previous,decisionId}'
        and (latest.stage, latest.action, latest.action) is distinct from
          (w #>> '{upon,previous,stage}', w #>> '{upon,previous,action}', w ->> 'action') as overtaken
    from jsonb_array_elements(writes) with ordinality as given (w, place)
    left join decisions before
      on before.reward_id = w ->> 'rewardId' and before.trigger = w ->> 'trigger'
    left join lateral latest_decision(w ->> 'rewardId') latest on true
    order by place
  loop
    nth := entry.nth;
    existing := entry.before;
    claimed := null;
    if existing is not null then
      outcome := 'existing';
      return next;
      continue;
    end if;

    if entry.overtaken or (
      entry.room is not null
      and (entry.room ->> 'released')::bigint + (entry.room ->> 'more')::bigint <= (
        select count(*) from rewards mine
        join rewards other using (beneficiary_id, programme_id)
        where mine.reward_id = entry.reward and other.reward_id <> entry.reward
          and other.released_at is not null)
    ) then
      outcome := 'overtaken';
      return next;
      continue;
    end if;

    if entry.effect = 'take' then
      -- A claim freed between the two statements is tried for again.
      loop
        insert into claims values (entry.order_id, entry.side, entry.reward, entry.at)
          on conflict do nothing;
        exit when found;
        select jsonb_build_object(
            'orderId', order_id, 'side', side, 'rewardId', reward_id, 'at', at) into claimed
          from claims where order_id = entry.order_id and side = entry.side;
        exit when found;
      end loop;
      if claimed ->> 'rewardId' <> entry.reward then
        outcome := 'claimed';
        return next;
        continue;
      end if;
      claimed := null;
    elsif entry.effect = 'free' then
      delete from claims
        where order_id = entry.order_id and side = entry.side and reward_id = entry.reward;
    end if;

    -- What finds the money out and leaves it there changes nothing about when it was let go.
    if entry.w ->> 'stage' <> 'post_payout' or entry.w ->> 'action' = 'claw_back' then
      update rewards set decided_action = entry.w ->> 'action', decided_at = entry.at
        where reward_id = entry.reward;
    end if;
    made := made || entry.w;
    kept := kept || (nth + 1);
    outcome := 'committed';
    return next;
  end loop;

  if cardinality(made) > 0 then
    insert into decisions (decision_id, reward_id, trigger, stage, action, at, decision)
    select d ->> 'decisionId', d ->> 'rewardId', d ->> 'trigger', d ->> 'stage', d ->> 'action',
      (d ->> 'at')::bigint, text::json
    from unnest(string_to_array(texts, E'\n')) with ordinality as given (text, place)
    cross join lateral (select writes -> (place::integer - 1) as d) told
    where place = any (kept) order by place;
    perform keep_cases(to_jsonb(made)), keep_votes(to_jsonb(made)), tell_endpoints(to_jsonb(made));
  end if;
  perform refresh_timers(reward_ids);
end $$;
