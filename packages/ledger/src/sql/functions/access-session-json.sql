-- A session as the port has it.
create or replace function access_session_json(s access_sessions) returns jsonb
language sql immutable as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'sessionId', s.session_id, 'userId', s.user_id, 'agent', s.agent, 'createdAt', s.created_at,
    'seenAt', s.seen_at, 'expiresAt', s.expires_at, 'data', s.data))
$$;
