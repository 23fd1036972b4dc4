-- Final conclusions of a period, those whose case was opened again, and those answered otherwise since.
-- Params: from bigint, to bigint
with period as (
  select first, greatest(first, floor($2::bigint / 86400000.0)::integer) as last
  from (select ceil($1::bigint / 86400000.0)::integer as first) start
)
select (
  (select coalesce(sum(count), 0) from conclusion_days, period
    where day >= first and day < last and status = 'final')
  + (select count(*) from conclusions, period
    where at >= $1::bigint and at < least($2::bigint, first * 86400000::bigint) and status = 'final')
  + (select count(*) from conclusions, period
    where at >= last * 86400000::bigint and at < $2::bigint and status = 'final')
)::integer as final, reopened, contrary
from (
  select (count(*) filter (where reopened))::integer as reopened,
    (count(*) filter (where contrary))::integer as contrary
  from overturned where at >= $1::bigint and at < $2::bigint
) overturned
