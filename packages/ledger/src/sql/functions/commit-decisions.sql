-- Keeps decisions, in the order they are given, each with its claim, and with the cases, counts, deliveries and timers that
-- hang on it. Whatever it was made upon is looked at again once every lock is held.
-- In: writes: [{...decision, trigger, claim?: {effect, orderId, side}, upon?: {previous?, reached?, room?}}];
--   texts: the decisions as they are to be stored, a line each.
-- Out: a row for each, by its place: `committed`; `existing`, its trigger was answered by `existing`; `claimed`, its side of the
--   order is held by `claimed`; `overtaken`, something was decided, told or released meanwhile: nothing is kept of it.
-- Raises no_data_found with the ids of rewards that are not there, DTC01 and DTC02 as `keep_cases` does.
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

    if entry.overtaken or entry.told or is_full(entry.reward, entry.room) then
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

    update rewards set decided_action = entry.w ->> 'action', decided_at = entry.at
      where reward_id = entry.reward
        and restates(decided_action, entry.w ->> 'stage', entry.w ->> 'action');
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
