-- Whom some referrals were said to join by attributions that do not stand, and whatever referral joins them still. With them
-- whoever is joined by a referral that some rewards were ever said to be for: all of those accounts as they are now.
-- Params: referral_ids text[], reward_ids text[]
with said as (
  select e.event_id, r.referrer_id as now_by, r.referee_id as now_of,
    e.body::jsonb ->> 'referrerId' as told_by, e.body::jsonb ->> 'refereeId' as told_of
  from referrals r join events e on e.entity_id = r.referral_id and e.type = 'referral.attributed'
  where r.referral_id = any ($1::text[])
), former as materialized (
  select event_id, coalesce(by.into_id, told_by) as referrer_id, coalesce(whom.into_id, told_of) as referee_id
  from said
  left join merges by on by.account_id = told_by
  left join merges whom on whom.account_id = told_of
  where (coalesce(by.into_id, told_by), coalesce(whom.into_id, told_of)) <> (now_by, now_of)
)
select 'unlinked' as kind, event_id as id,
    jsonb_build_object('referrerId', referrer_id, 'refereeId', referee_id) as state,
    null::bytea as profile, false as erased
  from former
union all
-- What a label said of them it may say no more.
select 'account', account_id, jsonb_build_object('maturedAt', matured_at, 'abusiveAt', abusive_at),
    profile, erased
  from accounts left join memberships using (account_id)
  where account_id in (
    select unnest(array[referrer_id, referee_id]) from former
    union
    select unnest(array[referrer_id, referee_id])
      from events e join referrals on referral_id = e.body::jsonb ->> 'referralId'
      where e.entity_id = any ($2::text[]) and e.type = 'reward.accrued'
  )
union all
select 'referral', referral_id, jsonb_build_object('stands', state, 'corrected', false), null, false
  from referrals join former using (referrer_id, referee_id)
  where not exists (select from accounts where account_id in (referrer_id, referee_id) and erased)
