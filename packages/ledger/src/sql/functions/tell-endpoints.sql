-- Puts what decisions tell on its way, after their cases were kept.
create or replace function tell_endpoints(made jsonb) returns void
language plpgsql as $$
begin
  insert into webhook_deliveries (message_id, endpoint_id, type, decision_id, at, next_at)
  select 'msg_' || replace(wanted.type, '.', '_') || '_' || (d ->> 'decisionId'), e.endpoint_id,
    wanted.type, d ->> 'decisionId', (d ->> 'at')::bigint, (d ->> 'at')::bigint
  from webhook_endpoints e cross join lateral unnest(e.types) as wanted (type)
  cross join jsonb_array_elements(made) with ordinality as given (d, nth)
  where e.disabled_at is null and case wanted.type
    when 'decision.made' then true
    when 'case.opened' then exists (select from cases where case_id = d ->> 'decisionId')
    when 'case.concluded' then d ->> 'stage' = 'review'
    when 'reward.claw_back' then d ->> 'action' = 'claw_back'
  end
  order by nth, e.endpoint_id, wanted.type;
end $$;
