-- How the cases closed in a period ended.
-- Params: from bigint, to bigint
select outcome, count(*)::integer as count from cases
where closed_at >= $1::bigint and closed_at < $2::bigint
group by 1 order by 1
