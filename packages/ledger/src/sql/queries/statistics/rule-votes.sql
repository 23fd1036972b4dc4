-- How often each rule decided, or on trial would have voted: whole days as they were counted, what is left at both ends row
-- by row.
-- Params: from bigint, to bigint
with period as (
  select first, greatest(first, floor($2::bigint / 86400000.0)::integer) as last
  from (select ceil($1::bigint / 86400000.0)::integer as first) start
), told as (
  select rule, outcome, shadow, count
  from rule_vote_days, period where day >= first and day < last
  union all
  select rule, outcome, shadow, 1
  from rule_votes, period where at >= $1::bigint and at < least($2::bigint, first * 86400000::bigint)
  union all
  select rule, outcome, shadow, 1
  from rule_votes, period where at >= last * 86400000::bigint and at < $2::bigint
)
select rule, outcome, shadow, sum(count)::integer as count from told
group by 1, 2, 3 order by 1, 2, 3
