-- Everything concluded in a period, counted by who gave it and what it said.
-- Params: from bigint, to bigint
select jsonb_strip_nulls(jsonb_build_object('by', by, 'status', status, 'outcome', outcome,
  'label', label, 'scoreVisible', seen, 'count', count(*))) as given
from (
  select (body ->> 'by') collate "C" as by, status, (body ->> 'outcome') collate "C" as outcome,
    (body ->> 'label') collate "C" as label, (body -> 'scoreVisible')::boolean as seen
  from conclusions where at >= $1::bigint and at < $2::bigint
) told
group by by, status, outcome, label, seen
order by by, status, coalesce(outcome, ''), label, seen
