-- Cases that time alone changes by now, the longest overdue first.
-- Params: at bigint, limit integer
select body as held from cases where wake_at <= $1::bigint
order by wake_at, case_id limit $2::integer
