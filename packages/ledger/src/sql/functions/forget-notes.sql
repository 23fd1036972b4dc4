-- An account that is erased takes with it what was noted under any of its names, and why exceptions were made for it: on cases
-- that name it or did before, and on those whose reward or referral names it now.
create or replace function forget_notes() returns trigger
language plpgsql as $$
declare
  names text[] := array(select account_id from merges where into_id = new.account_id) || new.account_id;
  about text[] := array(
    select case_id from cases where referrer_id = any (names)
    union select case_id from cases where referee_id = any (names)
    union select case_id from cases where beneficiary_id = any (names)
    union select case_id from named_before where account_id = any (names)
    union select case_id from cases join rewards r using (reward_id) where r.beneficiary_id = any (names)
    union select case_id from cases join rewards using (reward_id) join referrals f using (referral_id)
      where f.referrer_id = any (names)
    union select case_id from cases join rewards using (reward_id) join referrals f using (referral_id)
      where f.referee_id = any (names));
begin
  update notes set sealed = null
  where sealed is not null and (
    (kind = 'account' and subject_id = any (names))
    or (kind = 'case' and subject_id = any (about)));
  -- Rewards before exceptions and cases, in the order of ids, as everybody locks them.
  perform from rewards where reward_id in (
    select reward_id from cases
    where case_id = any (about) and body #> '{conclusion,allowance}' is not null)
  order by reward_id for update;
  update allowances set reason = 'erased'
  where reason <> 'erased' and (referrer_id = any (names) or referee_id = any (names));
  update cases set body = jsonb_set(body, '{conclusion,allowance,reason}', '"erased"')
  where case_id = any (about) and body #> '{conclusion,allowance}' is not null;
  update conclusions set body = jsonb_set(body, '{allowance,reason}', '"erased"')
  where case_id = any (about) and body -> 'allowance' is not null;
  return null;
end $$;
