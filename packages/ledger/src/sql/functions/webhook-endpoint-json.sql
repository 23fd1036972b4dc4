-- An endpoint as the port has it, but for its sealed secrets.
create or replace function webhook_endpoint_json(e webhook_endpoints) returns jsonb
language sql immutable as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'endpointId', e.endpoint_id, 'url', e.url, 'types', to_jsonb(e.types),
    'createdBy', e.created_by, 'createdAt', e.created_at,
    'disabled', case when e.disabled_at is not null
      then jsonb_build_object('at', e.disabled_at, 'because', e.disabled_because) end))
$$;
