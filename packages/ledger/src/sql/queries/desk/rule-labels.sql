-- How often cases each rule held were given each label: whole days as they were counted, what is left at both ends row by row.
-- Params: from bigint, to bigint
with period as (
  select first, greatest(first, floor($2::bigint / 86400000.0)::integer) as last
  from (select ceil($1::bigint / 86400000.0)::integer as first) start
), told as (
  select rule, label, seen, count from rule_label_days, period where day >= first and day < last
  union all
  select rule, (body ->> 'label') collate "C", (body -> 'scoreVisible')::boolean, 1
  from (
    select body from conclusions, period
    where at >= $1::bigint and at < least($2::bigint, first * 86400000::bigint)
      and status in ('final', 'opinion')
    union all
    select body from conclusions, period
    where at >= last * 86400000::bigint and at < $2::bigint and status in ('final', 'opinion')
  ) ends
  cross join lateral (
    select distinct rule from jsonb_array_elements_text(body -> 'rules') as given (rule)
  ) rules
)
select rule, label, seen as "scoreVisible", sum(count)::integer as count from told
group by rule, label, seen having sum(count) > 0
order by rule collate "C", label, seen
