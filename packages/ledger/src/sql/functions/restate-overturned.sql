-- States anew which final conclusions of some cases stand no more. Decisions are read only where a reward has a third: the
-- one that held and the person's own are two.
create or replace function restate_overturned(case_ids text[]) returns void
language plpgsql as $$
begin
  if cardinality(case_ids) = 0 then
    return;
  end if;
  -- Decisions and conclusions on these rewards wait for us, or we for them: one of the two sees what the other did.
  perform 1 from rewards
    where reward_id in (select reward_id from cases where case_id = any (case_ids))
    order by reward_id for no key update;
  with fresh as materialized (
    select c.command_id, c.at,
      held.body #>> '{conclusion,commandId}' is distinct from c.command_id as reopened,
      case
        when (select count(*) from (
          select from decisions n where n.reward_id = held.reward_id limit 3) three) < 3 then false
        else exists (
          select from decisions d
          where d.reward_id = held.reward_id
            and d.seq > (select h.seq from decisions h where h.decision_id = c.body ->> 'decisionId')
            and d.decision ->> 'outcome' = case c.body ->> 'outcome' when 'block' then 'release' else 'block' end
            and d.decision ->> 'stage' <> 'review'
            and not exists (
              select from json_array_elements_text(d.decision -> 'determiningRules') as given (rule)
              where rule like 'terms/%'))
        end
      or exists (
        select from conclusions later
        where later.case_id = c.case_id and later.status = 'final'
          and (later.at, later.command_id) > (c.at, c.command_id)
          and later.body ->> 'outcome' <> c.body ->> 'outcome') as contrary
    from conclusions c join cases held using (case_id)
    where c.case_id = any (case_ids) and c.status = 'final'
  ), gone as (
    delete from overturned o using conclusions c
    where c.case_id = any (case_ids) and o.command_id = c.command_id
      and not exists (
        select from fresh f where f.command_id = o.command_id and (f.reopened or f.contrary))
  )
  insert into overturned select command_id, at, reopened, contrary from fresh
    where reopened or contrary order by command_id
  on conflict (command_id) do update
    set at = excluded.at, reopened = excluded.reopened, contrary = excluded.contrary;
end $$;
