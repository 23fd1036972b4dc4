-- How long the cases that a person answered in a period were open; nearest ranks.
-- Params: from bigint, to bigint
select count(*)::integer as count,
  percentile_disc(0.5) within group (order by closed_at - opened_at) as p50,
  percentile_disc(0.95) within group (order by closed_at - opened_at) as p95
from cases
where closed_at >= $1::bigint and closed_at < $2::bigint and outcome <> 'overtaken'
having count(*) > 0
