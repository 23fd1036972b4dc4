-- A reward under review after its payout is still paid: it counts in its beneficiary's tally as long as nobody took it back.

-- Keeps decisions one after the other, in one transaction and one request.
-- In: writes as JSON: [{decision, trigger, claim?: {effect, orderId, side}}]
-- Out: one row each: what became of it, with the decision kept, or the claim that stands in its way.
-- Raises no_data_found with the ids when a reward is not known.
create or replace function commit_decisions(writes json)
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
    -- What finds the money out and leaves it there changes nothing about when it was let go.
    if the_decision ->> 'stage' <> 'post_payout' or the_decision ->> 'action' = 'claw_back' then
      update rewards
        set decided_action = the_decision ->> 'action', decided_at = (the_decision ->> 'at')::bigint
        where reward_id = reward;
    end if;
    outcome := 'committed';
    kept := the_decision;
    return next;
  end loop;
  perform refresh_timers(array(
    select distinct e -> 'decision' ->> 'rewardId' from json_array_elements(writes) as given (e)));
end $$;

-- Decisions that were kept before: the standing one is the last that did not find the money out and leave it there.
update rewards set decided_action = standing.action, decided_at = standing.at
from (
  select distinct on (reward_id) reward_id, decision ->> 'action' as action,
    (decision ->> 'at')::bigint as at
  from decisions
  where decision ->> 'stage' <> 'post_payout' or decision ->> 'action' = 'claw_back'
  order by reward_id, seq desc
) standing
where standing.reward_id = rewards.reward_id
  and (decided_action, decided_at) is distinct from (standing.action, standing.at);
update rewards set decided_action = null, decided_at = null
where decided_action is not null and not exists (
  select from decisions d where d.reward_id = rewards.reward_id
    and (d.decision ->> 'stage' <> 'post_payout' or d.decision ->> 'action' = 'claw_back'));
