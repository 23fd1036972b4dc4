-- Final conclusions of a period, those whose case was opened again, and those answered otherwise since. Decisions are
-- read only where a reward has a third: the one that held and the person's own are two.
-- Params: from bigint, to bigint
select count(*)::integer as final,
  (count(*) filter (where held.body #>> '{conclusion,commandId}' is distinct from c.command_id))::integer as reopened,
  (count(*) filter (where case
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
        and later.body ->> 'outcome' <> c.body ->> 'outcome')))::integer as contrary
from conclusions c join cases held using (case_id)
where c.status = 'final' and c.at >= $1::bigint and c.at < $2::bigint
