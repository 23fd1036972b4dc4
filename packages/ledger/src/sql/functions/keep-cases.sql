-- What some decisions do to cases: a hold opens one or is told to the one there is; what a person decided closes theirs;
-- what is decided otherwise without them closes it as overtaken.
-- Raises DTC01 with a reward whose case no person has concluded on, DTC02 with one that a person has barred.
create or replace function keep_cases(made jsonb) returns void
language plpgsql as $$
declare
  unheld text;
  barred text;
begin
  select min(d ->> 'rewardId') into barred
  from jsonb_array_elements(made) as given (d)
  join cases on cases.reward_id = d ->> 'rewardId' and state <> 'closed'
  where d ->> 'outcome' = 'release' and d ->> 'stage' <> 'review' and d -> 'upon' is not null
    and body #>> '{conclusion,outcome}' = 'block';
  if barred is not null then
    raise exception using errcode = 'DTC02', message = barred;
  end if;

  insert into cases (case_id, body)
  select d ->> 'decisionId', jsonb_strip_nulls(jsonb_build_object(
      'caseId', d -> 'decisionId', 'rewardId', d -> 'rewardId',
      'decisionId', d -> 'decisionId', 'score', d -> 'score', 'refreshedAt', d -> 'at',
      'rules', d -> 'rules', 'reasons', d -> 'reasons',
      'openedAt', d -> 'at', 'dueAt', (d ->> 'at')::bigint
        + (3600000 * coalesce((d ->> 'reviewHours')::double precision, 48))::bigint,
      'state', 'open', 'leases', 0, 'skippedBy', '[]'::jsonb)) || case_about(r, f)
    from jsonb_array_elements(made) as given (d)
    join rewards r on r.reward_id = d ->> 'rewardId'
    left join referrals f using (referral_id)
    where d ->> 'action' = 'review' and d ->> 'stage' <> 'review'
  on conflict (reward_id) where state <> 'closed' do update
    set body = awake(cases.body, (excluded.body ->> 'refreshedAt')::bigint) || jsonb_build_object(
      'decisionId', excluded.body -> 'decisionId', 'score', excluded.body -> 'score',
      'refreshedAt', excluded.body -> 'refreshedAt',
      'rules', excluded.body -> 'rules', 'reasons', excluded.body -> 'reasons');

  with reviewed as (
    select d ->> 'rewardId' as reward_id, d -> 'at' as at, d -> 'outcome' as outcome
    from jsonb_array_elements(made) as given (d) where d ->> 'stage' = 'review'
  ), closed as (
    update cases
    set body = (body - '{lease,snooze,reopened}'::text[]) || jsonb_build_object(
      'state', 'closed', 'closedAt', reviewed.at, 'outcome', reviewed.outcome)
    from reviewed where cases.reward_id = reviewed.reward_id and cases.state = 'final'
    returning cases.reward_id
  )
  select min(reward_id) into unheld from reviewed where reward_id not in (select reward_id from closed);
  if unheld is not null then
    raise exception using errcode = 'DTC01', message = unheld;
  end if;

  with overtaken as (
    update cases
    set body = (body - '{lease,snooze}'::text[])
      || jsonb_build_object('state', 'closed', 'closedAt', d -> 'at', 'outcome', 'overtaken')
      || case when body ? 'conclusion' then jsonb_build_object(
        'conclusion', body -> 'conclusion' || '{"status": "overtaken"}') else '{}' end
    from jsonb_array_elements(made) as given (d)
    where cases.reward_id = d ->> 'rewardId' and state <> 'closed'
      and d ->> 'stage' <> 'review' and d ->> 'action' not in ('review', 'wait')
      and body #>> '{conclusion,outcome}' is distinct from 'block'
      and not body ? 'reopened'
    returning body -> 'conclusion' as held
  )
  update conclusions set body = held
  from overtaken where command_id = held ->> 'commandId';
end $$;
