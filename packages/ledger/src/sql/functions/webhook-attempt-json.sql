-- A try to deliver as the port has it.
create or replace function webhook_attempt_json(a webhook_attempts) returns jsonb
language sql immutable as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'at', a.at, 'outcome', a.outcome, 'status', a.status, 'milliseconds', a.milliseconds))
$$;
