-- Referrals that some events are about, as they stand now; null where an account of it is erased.
-- Params: after bigint, limit integer
with told as materialized (
  select seq, entity_id from events
    where seq > $1::bigint and type = 'referral.attributed' order by seq limit $2::integer
)
select seq as number, case when not exists (
    select from accounts where account_id in (referrer_id, referee_id) and erased
  ) then state end as state
  from told join referrals on referral_id = entity_id order by seq
