-- What some events touched, as it stands now; no row at all when there are no such events. One that says so when there is
-- none at the place they are to come after.
-- Params: cursor bigint, limit integer
with batch as materialized (
  select seq, event_id, account_id, type, entity_id
  from events where seq > $1::bigint order by seq limit $2::integer
), named as (
  select entity_id as referral_id from batch where type = 'referral.attributed'
  union
  -- An account that others were merged into brings everybody it is linked with.
  select referral_id from batch join referrals on referrer_id = batch.account_id
    where type = 'account.merged'
  union
  select referral_id from batch join referrals on referee_id = batch.account_id
    where type = 'account.merged'
), rewarded as materialized (
  select reward_id, referral_id, state -> 'label' is not null as labelled from rewards
    where reward_id in (select entity_id from batch where type like 'reward.%' or type like 'label.%')
), judged as (
  -- A label says something of both accounts, whichever of its events came last.
  select referral_id from (
    select referral_id from named
    union
    select referral_id from rewarded
  ) r
  where exists (
    select from rewards w where w.referral_id = r.referral_id and w.state -> 'label' is not null
  )
), touched as (
  select account_id from batch where account_id is not null
  union
  -- An order that is another's now was of the one before.
  select events.account_id from batch join events using (entity_id)
    where batch.type = 'order.updated' and events.type = 'order.updated'
  union
  select referrer_id from referrals join judged using (referral_id)
  union
  select referee_id from referrals join judged using (referral_id)
), lone as materialized (
  select * from batch where (select count(*) from batch) = 1
)
select 'cursor' as kind, null as id, max(seq) as number, to_jsonb(count(*)) as state, null::bytea as profile,
    false as erased
  from batch having max(seq) is not null
union all
select 'elsewhere', null, null, null, null, false
  where $1::bigint <> 0 and not exists (select from events where seq = $1::bigint)
union all
select 'account', account_id, null,
    jsonb_build_object('maturedAt', matured_at, 'abusiveAt', abusive_at), profile,
    erased or exists (select from merges where merges.account_id = accounts.account_id)
  from touched join accounts using (account_id) left join memberships using (account_id)
union all
-- Of one among many it does not matter.
select 'restated', account_id, null, null, null, false
  from (
    select account_id from touched join memberships using (account_id)
      where restated > $1::bigint and exists (select from lone)
    union
    select account_id from lone join accounts using (account_id)
      where type = 'account.merged'
        or type = 'account.observed' and span -> 'latest' ->> 'id' <> event_id
  ) said_of_before
union all
-- What was told before of a reward, or of a referral that is corrected, is for another statement to look up.
select 'labelled', reward_id, null, null, null, false
  from rewarded
  where labelled and reward_id in (select entity_id from batch where type = 'reward.accrued')
union all
select distinct 'leaving', account_id, null::bigint, null::jsonb, null::bytea, false
  from batch where type = 'account.erased' and not exists (
    select from events before
    where before.account_id = batch.account_id and before.type = 'account.erased' and before.seq <= $1::bigint
  )
union all
-- Nobody is linked with an erased account.
select 'referral', referral_id, at,
    jsonb_build_object('stands', case when not erased then state end, 'corrected', corrected), null, false
  from (
    select referral_id, at, state,
      exists (select from accounts where account_id in (referrer_id, referee_id) and erased) as erased,
      span -> 'latest' ->> 'id' <> first_event
        and first_event in (select event_id from batch) as corrected
    from referrals where referral_id in (select referral_id from named)
    offset 0
  ) touched_referrals
  where corrected or not erased
