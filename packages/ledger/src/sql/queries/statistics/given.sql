-- Everything concluded in a period, counted by who gave it and what it said: whole days as they were counted, what is left
-- at both ends row by row.
-- Params: from bigint, to bigint
with period as (
  select first, greatest(first, floor($2::bigint / 86400000.0)::integer) as last
  from (select ceil($1::bigint / 86400000.0)::integer as first) start
), told as (
  select by, status, outcome, label, seen, count
  from conclusion_days, period where day >= first and day < last
  union all
  select by, status, outcome, label, seen, 1
  from conclusions_told, period where at >= $1::bigint and at < least($2::bigint, first * 86400000::bigint)
  union all
  select by, status, outcome, label, seen, 1
  from conclusions_told, period where at >= last * 86400000::bigint and at < $2::bigint
)
select jsonb_strip_nulls(jsonb_build_object('by', by, 'status', status, 'outcome', outcome,
  'label', label, 'scoreVisible', seen, 'count', sum(count))) as given
from told
group by by, status, outcome, label, seen having sum(count) > 0
order by by, status, coalesce(outcome, ''), label, seen
