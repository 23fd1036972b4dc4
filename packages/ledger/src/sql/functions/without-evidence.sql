-- A decision without its evidence and facts. What a person decided stands from one decision to the next by its facts.
create or replace function without_evidence(decision json) returns json
language sql immutable parallel safe as $$
  select json_object_agg(key, case
      when key in ('contributions', 'counterfactuals') then '[]'
      when key = 'facts' then (
        select coalesce(json_object_agg(fact, stated), '{}')
        from json_each(value) as facts (fact, stated) where fact like 'review.%')
      else value
    end order by place)
  from (
    select key, value, place from json_each(decision) with ordinality as given (key, value, place)
    union all
    select 'evidenceExpired', 'true', 1000000
  ) parts
$$;
