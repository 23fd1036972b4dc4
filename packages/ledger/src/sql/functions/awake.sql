-- A snoozed case back where it came from, its promise longer by the time it slept; any other as it is.
create or replace function awake(body jsonb, at bigint) returns jsonb
language sql immutable as $$
  select case when body ->> 'state' <> 'snoozed' then body
    else (body - 'snooze') || jsonb_build_object(
      'state', case when body ? 'escalation' then 'escalated' else 'open' end,
      'dueAt', (body ->> 'dueAt')::bigint + greatest(0,
        least(at, (body #>> '{snooze,until}')::bigint) - (body #>> '{snooze,since}')::bigint))
    end
$$;
