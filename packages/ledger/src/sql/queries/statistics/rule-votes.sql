-- How often each rule decided, or on trial would have voted.
-- Params: from bigint, to bigint
select rule, outcome, shadow, count(*)::integer as count from rule_votes
where at >= $1::bigint and at < $2::bigint
group by 1, 2, 3 order by 1, 2, 3
