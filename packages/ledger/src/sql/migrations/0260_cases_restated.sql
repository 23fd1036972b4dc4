-- An open case is about what its reward and its referral are told to be, whoever it was opened about.

-- Accounts that cases were about before they were told to be about others: what was written of them then goes with them.
create table named_before (
  account_id text collate "C" not null,
  case_id text collate "C" not null,
  primary key (account_id, case_id)
);

-- From here on by `restate_cases`, once a batch.
drop trigger rewards_restate_case on rewards;
drop function restate_case();

-- What people concluded of cases that are open still was about those whom the case names until now.
update cases
  set body = jsonb_set(body, '{conclusion,about}', jsonb_strip_nulls(
    coalesce(body #> '{conclusion,about}', jsonb_build_object(
      'amount', body -> 'amount', 'orderId', body -> 'orderId'))
    || jsonb_build_object('referrerId', body -> 'referrerId', 'refereeId', body -> 'refereeId',
      'beneficiaryId', body -> 'beneficiaryId')))
  where state <> 'closed' and body ? 'conclusion';

with told as materialized (
  select c.case_id, array[c.referrer_id, c.referee_id, c.beneficiary_id] as named,
    array[f.referrer_id, f.referee_id, r.beneficiary_id] as names,
    jsonb_strip_nulls(jsonb_build_object(
      'programmeId', r.state -> 'programmeId',
      'referrerId', f.referrer_id, 'refereeId', f.referee_id, 'beneficiaryId', r.beneficiary_id,
      'orderId', r.order_id, 'amount', r.state -> 'amount')) as about
  from cases c join rewards r using (reward_id) left join referrals f using (referral_id)
  where c.state <> 'closed' and r.state is not null
), before as (
  insert into named_before (account_id, case_id)
  select distinct account_id, case_id from told cross join unnest(named) as given (account_id)
  where account_id is not null
    and not exists (select from unnest(names) as now (id) where id = account_id)
)
update cases set body = (body - '{referrerId,refereeId,orderId}'::text[]) || about
from told where cases.case_id = told.case_id
  and body <> (body - '{referrerId,refereeId,orderId}'::text[]) || about;
-- functions 23fa544b65753a165d956641c850b359857b355446e3547df96d0974527c16e0
