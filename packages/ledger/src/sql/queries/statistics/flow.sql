-- How many cases opened and closed in each interval, the first being 1; intervals of neither are left out.
-- Params: edges bigint[], first bigint, last bigint, states text[]
select nth, sum(opened)::integer as opened, sum(closed)::integer as closed from (
  select width_bucket(opened_at, $1::bigint[]) as nth, count(*) as opened, 0 as closed from cases
  where state = any ($4::text[]) and opened_at >= $2::bigint and opened_at < $3::bigint group by 1
  union all
  select width_bucket(closed_at, $1::bigint[]), 0, count(*) from cases
  where closed_at >= $2::bigint and closed_at < $3::bigint group by 1
) counted
group by 1
