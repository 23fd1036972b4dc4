-- States anew who counts as matured from when, and as abusive from when, and keeps the count per day in step.
-- Params: account_ids text[], judged_referral_ids text[], organic boolean, maturity bigint
with judged as (
  select referrer_id as account_id from referrals where referral_id = any ($2::text[])
  union
  select referee_id from referrals where referral_id = any ($2::text[])
), touched as (
  select unnest($1::text[]) as account_id union select account_id from judged
), fresh as (
  select account_id, a.created_at,
    case when a.created_at is null then null
      when not $3::boolean then a.created_at + $4::bigint
      else (
        select greatest(a.created_at + $4::bigint, min(completed_at)) from orders o
        where o.account_id = t.account_id having min(completed_at) is not null
      ) end as matured_at,
    (
      select min(called_fraud_at) from (
        select called_fraud_at from referrals f join rewards using (referral_id)
          where f.referrer_id = t.account_id and called_fraud_at is not null
        union all
        select called_fraud_at from referrals f join rewards using (referral_id)
          where f.referee_id = t.account_id and called_fraud_at is not null
      ) calls
    ) as abusive_at
  from touched t left join accounts a using (account_id)
), before as (
  select m.* from memberships m join touched using (account_id)
), written as (
  insert into memberships (account_id, matured_at, abusive_at)
  select account_id, matured_at, abusive_at from fresh
  where matured_at is not null or abusive_at is not null
  on conflict (account_id) do update
  set matured_at = excluded.matured_at, abusive_at = excluded.abusive_at
), gone as (
  delete from memberships m using fresh f
  where m.account_id = f.account_id and f.matured_at is null and f.abusive_at is null
), moves as (
  select matured_at as at, 1 as net from fresh where matured_at is not null
  union all
  select greatest(matured_at, abusive_at), -1 from fresh
    where matured_at is not null and abusive_at is not null
  union all
  select matured_at, -1 from before where matured_at is not null
  union all
  select left_at, 1 from before where left_at is not null
)
insert into population_days (day, net)
select floor(at / 86400000.0)::integer, sum(net) from moves group by 1 having sum(net) <> 0
on conflict (day) do update set net = population_days.net + excluded.net
