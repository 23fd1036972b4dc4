-- A decision is kept only while nothing was told of what it was made upon: between reading and keeping, its reward may have been
-- taken back, its order cancelled, its pair found to be one account.

-- Whether something was told of a reward, its order or its referral after a place in the log, or an account of theirs merged.
create function told_since(reward text, place bigint) returns boolean
language sql stable as $$
  select exists (
    select from events
    where entity_id = reward and seq > place and (type like 'reward.%' or type = 'label.recorded')
  ) or exists (
    select from rewards r join events e on e.entity_id = r.order_id
    where r.reward_id = reward and e.seq > place and e.type = 'order.updated'
  ) or exists (
    select from rewards r join events e on e.entity_id = r.referral_id
    where r.reward_id = reward and e.seq > place and e.type = 'referral.attributed'
  ) or exists (
    select from rewards r left join referrals f using (referral_id)
    join events e on e.account_id in (r.beneficiary_id, f.referrer_id, f.referee_id)
    where r.reward_id = reward and e.seq > place and e.type = 'account.merged'
  )
$$;

-- Keeps decisions as if one after the other, in one transaction and one request. No two of them are on one reward.
-- In: writes: [{decisionId, rewardId, programmeId, stage, action, outcome, at, score, rules, reasons, shadow, reviewHours?,
--   trigger, claim?: {effect, orderId, side},
--   upon?: {previous?: {decisionId, stage, action}, room?: {released, more}, reached?}}]
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
  log_end bigint;
begin
  perform lock_decided(writes);
  -- Looked at after the locks: what is recorded of these rewards from now on waits for us, or owes a screening.
  select coalesce(max(seq), 0) into log_end from events;
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
          (w #>> '{upon,previous,stage}', w #>> '{upon,previous,action}', w ->> 'action') as overtaken,
      case when log_end > (w #>> '{upon,reached}')::bigint
        then told_since(w ->> 'rewardId', (w #>> '{upon,reached}')::bigint) else false end as told
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

    if entry.overtaken or entry.told or (
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
