-- States anew who counts as matured from when, and as abusive from when, and keeps the count per day in step.
-- Params: account_ids text[], judged_account_ids text[], judged_referral_ids text[], organic boolean, maturity bigint
with touched as (
  select account_id, bool_or(judged) as judged
  from (
    select unnest($1::text[]) as account_id, false as judged
    union all
    select unnest($2::text[]), true
    union all
    select referrer_id, true from referrals where referral_id = any ($3::text[])
    union all
    select referee_id, true from referrals where referral_id = any ($3::text[])
  ) named
  group by account_id
), before as (
  select t.account_id, t.judged, m.matured_at, m.abusive_at, m.left_at, m.restated
  from touched t left join memberships m using (account_id)
), fresh as (
  select b.account_id, b.matured_at as matured_before, b.abusive_at as abusive_before, b.restated,
    case when not $4::boolean then a.created_at + $5::bigint
      else (
        select greatest(a.created_at + $5::bigint, min(completed_at)) from orders o
        where o.account_id = b.account_id and a.created_at is not null
        having min(completed_at) is not null
      ) end as matured_at,
    -- What a label says of an account is kept even before the account is observed.
    case when not b.judged then b.abusive_at
      else (
        select min(called_fraud_at) from rewards
        where called_fraud_at is not null and referral_id in (
          select referral_id from referrals where referrer_id = b.account_id
          union all
          select referral_id from referrals where referee_id = b.account_id
        )
      ) end as abusive_at
  from before b left join accounts a using (account_id)
), written as (
  insert into memberships (account_id, matured_at, abusive_at, restated)
  select account_id, matured_at, abusive_at,
    case when (matured_at, abusive_at) is distinct from (matured_before, abusive_before)
      then (select max(seq) from events) else restated end
  from fresh
  where matured_at is not null or abusive_at is not null
  on conflict (account_id) do update
  set matured_at = excluded.matured_at, abusive_at = excluded.abusive_at, restated = excluded.restated
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
