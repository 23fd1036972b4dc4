-- Decisions that are kept together are written together: a statement for each table, not for each decision, and the text
-- of a decision is read by nothing that keeps it. What its case, its votes and its messages need is told beside it.

-- What is asked of decisions without opening them.
alter table decisions add column stage text, add column action text, add column at bigint;
update decisions
  set stage = decision ->> 'stage', action = decision ->> 'action', at = (decision ->> 'at')::bigint;
alter table decisions
  alter column stage set not null, alter column action set not null, alter column at set not null;

-- What is written once and hardly ever read costs less to make small this way, where the server was built with it.
do $$ begin
  alter table decisions alter column decision set compression lz4;
exception when feature_not_supported then null;
end $$;

drop trigger decisions_keep_case on decisions;
drop trigger decisions_keep_votes on decisions;
drop trigger decisions_tell_endpoints on decisions;
drop function keep_case, keep_votes, tell_endpoints, commit_decisions(json), votes_in;

-- The last decision on a reward, as far as a further one is made upon it.
create function latest_decision(reward text)
returns table (decision_id text, stage text, action text)
language sql stable as $$
  select decision_id, stage, action from decisions where reward_id = reward order by seq desc limit 1
$$;

-- What decisions do to their rewards' cases: a holding one opens or refreshes it, a person's closes it, a further screening
-- that answers overtakes it. No two of them are on one reward.
create function keep_cases(made jsonb) returns void
language plpgsql as $$
declare
  unheld text;
begin
  insert into cases (case_id, body)
  select d ->> 'decisionId', jsonb_strip_nulls(jsonb_build_object(
      'caseId', d -> 'decisionId', 'rewardId', d -> 'rewardId', 'programmeId', d -> 'programmeId',
      'decisionId', d -> 'decisionId', 'score', d -> 'score', 'refreshedAt', d -> 'at',
      'rules', d -> 'rules', 'reasons', d -> 'reasons',
      'referrerId', f.referrer_id, 'refereeId', f.referee_id,
      'beneficiaryId', r.beneficiary_id, 'orderId', r.order_id, 'amount', r.state -> 'amount',
      'openedAt', d -> 'at', 'dueAt', (d ->> 'at')::bigint
        + (3600000 * coalesce((d ->> 'reviewHours')::double precision, 48))::bigint,
      'state', 'open', 'leases', 0, 'skippedBy', '[]'::jsonb))
    from jsonb_array_elements(made) as given (d)
    join rewards r on r.reward_id = d ->> 'rewardId'
    left join referrals f using (referral_id)
    where d ->> 'action' = 'review' and d ->> 'stage' <> 'review'
  on conflict (reward_id) where state <> 'closed' do update
    set body = awake(cases.body, (excluded.body ->> 'refreshedAt')::bigint) || jsonb_build_object(
      'decisionId', excluded.body -> 'decisionId', 'score', excluded.body -> 'score',
      'refreshedAt', excluded.body -> 'refreshedAt',
      'rules', excluded.body -> 'rules', 'reasons', excluded.body -> 'reasons');

  with reviewed as (
    select d ->> 'rewardId' as reward_id, d -> 'at' as at, d -> 'outcome' as outcome
    from jsonb_array_elements(made) as given (d) where d ->> 'stage' = 'review'
  ), closed as (
    update cases
    set body = (body - '{lease,snooze}'::text[]) || jsonb_build_object(
      'state', 'closed', 'closedAt', reviewed.at, 'outcome', reviewed.outcome)
    from reviewed where cases.reward_id = reviewed.reward_id and cases.state = 'final'
    returning cases.reward_id
  )
  select min(reward_id) into unheld from reviewed where reward_id not in (select reward_id from closed);
  if unheld is not null then
    raise exception using errcode = 'DTC01', message = unheld;
  end if;

  with overtaken as (
    update cases
    set body = (body - '{lease,snooze}'::text[])
      || jsonb_build_object('state', 'closed', 'closedAt', d -> 'at', 'outcome', 'overtaken')
      || case when body ? 'conclusion' then jsonb_build_object(
        'conclusion', body -> 'conclusion' || '{"status": "overtaken"}') else '{}' end
    from jsonb_array_elements(made) as given (d)
    where cases.reward_id = d ->> 'rewardId' and state <> 'closed'
      and d ->> 'stage' <> 'review' and d ->> 'action' not in ('review', 'wait')
    returning body -> 'conclusion' as held
  )
  update conclusions set body = held
  from overtaken where command_id = held ->> 'commandId';
end $$;

-- Who decided, and on trial would have voted.
create function keep_votes(made jsonb) returns void
language plpgsql as $$
begin
  insert into rule_votes (at, rule, outcome, shadow)
  select (d ->> 'at')::bigint, v.rule, v.outcome, v.shadow
  from jsonb_array_elements(made) as given (d) cross join lateral (
    select rule, d ->> 'outcome', false from jsonb_array_elements_text(d -> 'rules') as rules (rule)
    union
    select vote ->> 'rule', vote ->> 'outcome', true
    from jsonb_array_elements(d -> 'shadow') as votes (vote)
  ) v (rule, outcome, shadow);
end $$;

-- Puts what decisions tell on its way, after their cases were kept.
create function tell_endpoints(made jsonb) returns void
language plpgsql as $$
begin
  insert into webhook_deliveries (message_id, endpoint_id, type, decision_id, at, next_at)
  select 'msg_' || replace(wanted.type, '.', '_') || '_' || (d ->> 'decisionId'), e.endpoint_id,
    wanted.type, d ->> 'decisionId', (d ->> 'at')::bigint, (d ->> 'at')::bigint
  from webhook_endpoints e cross join lateral unnest(e.types) as wanted (type)
  cross join jsonb_array_elements(made) with ordinality as given (d, nth)
  where e.disabled_at is null and case wanted.type
    when 'decision.made' then true
    when 'case.opened' then exists (select from cases where case_id = d ->> 'decisionId')
    when 'case.concluded' then d ->> 'stage' = 'review'
    when 'reward.claw_back' then d ->> 'action' = 'claw_back'
  end
  order by nth, e.endpoint_id, wanted.type;
end $$;

-- As before; its plans are kept, and a decision is opened only when it lets its reward wait.
create or replace function refresh_timers(reward_ids text[]) returns void
language plpgsql as $$
begin
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

-- Keeps decisions as if one after the other, in one transaction and one request. No two of them are on one reward.
-- In: writes: [{decisionId, rewardId, programmeId, stage, action, outcome, at, score, rules, reasons, shadow, reviewHours?,
--   trigger, claim?: {effect, orderId, side},
--   upon?: {previous?: {decisionId, stage, action}, room?: {released, more}}}]
--   texts: the decisions themselves, as JSON, a line each
-- Out: one row each: what became of it, with the decision that was there already, or the claim that stands in its way. What
-- was decided upon something that stands no more is `overtaken`, and not kept.
-- Raises no_data_found with the ids when a reward is not known.
create function commit_decisions(writes jsonb, texts text)
returns table (nth integer, outcome text, existing json, claimed jsonb)
language plpgsql as $$
#variable_conflict use_column
declare
  reward_ids text[] := array(select w ->> 'rewardId' from jsonb_array_elements(writes) as given (w));
  made jsonb[] := '{}';
  kept integer[] := '{}';
  unknown text;
  slot record;
  entry record;
begin
  -- In the order of ids, as every writer of rewards locks them: two batches never wait for each other in a ring.
  perform 1 from rewards where reward_id = any (reward_ids) order by reward_id for update;
  select string_agg(distinct id, ', ') into unknown
    from unnest(reward_ids) as given (id)
    where not exists (select from rewards where reward_id = id and state is not null);
  if unknown is not null then
    raise no_data_found using message = unknown;
  end if;

  -- Releases to one beneficiary take turns, so that each sees those before it. Of few locks, in one order, after the
  -- rewards' and before the claims': no two batches wait for each other in a ring, and the lock table stays small.
  for slot in
    select distinct hashtext(r.beneficiary_id || ' ' || r.programme_id) & 255 as place
    from jsonb_array_elements(writes) as given (w)
    join rewards r on r.reward_id = w ->> 'rewardId'
    where w -> 'upon' -> 'room' is not null
    order by place
  loop
    perform pg_advisory_xact_lock(hashtext('doubletake.releases'), slot.place);
  end loop;

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
