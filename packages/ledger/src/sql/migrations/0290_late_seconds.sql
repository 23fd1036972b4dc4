-- A case that awaits a second person becomes late as any other does, once: nothing ever called for one that nobody approved.
drop index cases_waking;
alter table cases drop column wake_at;
-- When time alone next changes it.
alter table cases add column wake_at bigint generated always as (
  case body ->> 'state'
    when 'open' then (body ->> 'dueAt')::bigint
    when 'snoozed' then (body #>> '{snooze,until}')::bigint
    when 'awaiting_second' then case when not body ? 'escalation' then (body ->> 'dueAt')::bigint end
    when 'pending' then (body #>> '{conclusion,finalAt}')::bigint
  end
) stored;
create index cases_waking on cases (wake_at, case_id) where wake_at is not null;
