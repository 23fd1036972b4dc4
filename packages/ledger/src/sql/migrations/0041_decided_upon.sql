-- A decision is kept only while what it was made upon stands: the reward's last decision, and room under the caps of its
-- beneficiary. Between reading and keeping, another process may have decided the same reward, or released others.

-- Keeps decisions one after the other, in one transaction and one request.
-- In: writes as JSON: [{decision, trigger, claim?: {effect, orderId, side},
--   upon?: {previous?: {decisionId, stage, action}, room?: {released, more}}}]
-- Out: one row each: what became of it, with the decision kept, or the claim that stands in its way. What was
-- decided upon something that stands no more is `overtaken`, and not kept.
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
  upon json;
  room json;
  latest json;
  unknown text;
  slot record;
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

  -- Releases to one beneficiary take turns, so that each sees those before it. Of few locks, in one order, after the
  -- rewards' and before the claims': no two batches wait for each other in a ring, and the lock table stays small.
  for slot in
    select distinct hashtext(r.beneficiary_id || ' ' || r.programme_id) & 255 as place
    from json_array_elements(writes) as given (e)
    join rewards r on r.reward_id = e -> 'decision' ->> 'rewardId'
    where e -> 'upon' -> 'room' is not null
    order by place
  loop
    perform pg_advisory_xact_lock(hashtext('doubletake.releases'), slot.place);
  end loop;

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

    upon := entry -> 'upon';
    if upon is not null then
      select d.decision into latest from decisions d
        where d.reward_id = reward order by seq desc limit 1;
      room := upon -> 'room';
      if (
        latest ->> 'decisionId' is distinct from upon #>> '{previous,decisionId}'
        and (latest ->> 'stage', latest ->> 'action', latest ->> 'action') is distinct from
          (upon #>> '{previous,stage}', upon #>> '{previous,action}', the_decision ->> 'action')
      ) or (
        room is not null
        and (room ->> 'released')::bigint + (room ->> 'more')::bigint <= (
          select count(*) from rewards mine
          join rewards other using (beneficiary_id, programme_id)
          where mine.reward_id = reward and other.reward_id <> reward
            and other.released_at is not null)
      ) then
        outcome := 'overtaken';
        kept := null;
        return next;
        continue;
      end if;
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
