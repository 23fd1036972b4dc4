-- How often cases each rule held were given each label.
-- Params: from bigint, to bigint
select rule, body ->> 'label' as label, (body -> 'scoreVisible')::boolean as "scoreVisible",
  count(*)::integer as count
from conclusions cross join lateral (
  select distinct rule from jsonb_array_elements_text(body -> 'rules') as given (rule)
) rules
where status in ('final', 'opinion') and at >= $1::bigint and at < $2::bigint
group by 1, 2, 3
order by rule collate "C", (body ->> 'label') collate "C", 3
