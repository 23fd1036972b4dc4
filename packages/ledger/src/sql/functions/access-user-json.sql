-- A user as the port has it, but for the sealed secret.
create or replace function access_user_json(u access_users) returns jsonb
language sql immutable as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'userId', u.user_id, 'name', u.name, 'role', u.role, 'password', u.password,
    'recoveryCodes', to_jsonb(u.recovery_codes), 'subject', u.subject, 'settings', u.settings,
    'createdAt', u.created_at, 'disabledAt', u.disabled_at))
$$;
