-- Conclusions that await their decision, the oldest first.
-- Params: limit integer
select body -> 'conclusion' as conclusion from cases where state = 'final'
order by (body #>> '{conclusion,finalAt}')::bigint, case_id limit $1::integer
