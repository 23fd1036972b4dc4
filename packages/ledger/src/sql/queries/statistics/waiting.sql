-- How many cases in some states opened in each interval, the first being 1; intervals of none are left out.
-- Params: edges bigint[], first bigint, last bigint, states text[]
select width_bucket(opened_at, $1::bigint[]) as nth, count(*)::integer as opened from cases
where state = any ($4::text[]) and opened_at >= $2::bigint and opened_at < $3::bigint
group by 1
