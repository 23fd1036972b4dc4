-- Tells the open cases of some rewards, which the caller has locked, what they are about now. Whom one was about before is kept:
-- what was written of them goes with them.
create or replace function restate_cases(reward_ids text[]) returns void
language plpgsql as $$
begin
  with told as materialized (
    select c.case_id, case_about(r, f) as about,
      array[c.referrer_id, c.referee_id, c.beneficiary_id] as named,
      array[f.referrer_id, f.referee_id, r.beneficiary_id] as names
    from cases c join rewards r using (reward_id) left join referrals f using (referral_id)
    where c.reward_id = any (reward_ids) and c.state <> 'closed'
  ), before as (
    insert into named_before (account_id, case_id)
    select distinct account_id, case_id from told cross join unnest(named) as given (account_id)
    where account_id is not null
      and not exists (select from unnest(names) as now (id) where id = account_id)
    on conflict do nothing
  )
  -- Of the body as it is by then: whoever only takes a case in hand locks nothing else.
  update cases set body = (body - '{referrerId,refereeId,orderId}'::text[]) || about
  from told where cases.case_id = told.case_id
    and body <> (body - '{referrerId,refereeId,orderId}'::text[]) || about;
end $$;
