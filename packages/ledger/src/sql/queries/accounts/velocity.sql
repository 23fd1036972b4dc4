-- How many accounts one brought in the 7 and the 30 days before an instant, counted up to a bound.
-- Params: account_id text, at bigint, bound bigint
select
  (select count(*)::integer from (
    select from referrals
    where referrer_id = $1 and at > $2::bigint - 604800000 and at <= $2 limit $3) as week) as last7d,
  (select count(*)::integer from (
    select from referrals
    where referrer_id = $1 and at > $2::bigint - 2592000000 and at <= $2 limit $3) as month) as last30d
