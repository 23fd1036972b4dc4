-- Final conclusions of a period, those whose case was opened again, and those answered otherwise since.
-- Params: from bigint, to bigint
select count(*)::integer as final,
  (count(*) filter (where held.body #>> '{conclusion,commandId}' is distinct from c.command_id))::integer as reopened,
  (count(*) filter (where exists (
      select from decisions d
      where d.reward_id = c.body ->> 'rewardId'
        and d.seq > (select h.seq from decisions h where h.decision_id = c.body ->> 'decisionId')
        and d.decision ->> 'outcome' = case c.body ->> 'outcome' when 'block' then 'release' else 'block' end
        and d.decision ->> 'stage' <> 'review'
        and not exists (
          select from json_array_elements_text(d.decision -> 'determiningRules') as given (rule)
          where rule like 'terms/%'))
    or exists (
      select from conclusions later
      where later.case_id = c.case_id and later.status = 'final'
        and (later.at, later.command_id) > (c.at, c.command_id)
        and later.body ->> 'outcome' <> c.body ->> 'outcome')))::integer as contrary
from conclusions c join cases held using (case_id)
where c.status = 'final' and c.at >= $1::bigint and c.at < $2::bigint
