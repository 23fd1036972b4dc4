-- An API key as the port has it.
create or replace function access_api_key_json(k access_api_keys) returns jsonb
language sql immutable as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'keyId', k.key_id, 'label', k.label, 'secretHash', k.secret_hash, 'scopes', to_jsonb(k.scopes),
    'createdBy', k.created_by, 'createdAt', k.created_at, 'expiresAt', k.expires_at,
    'lastUsedAt', k.last_used_at, 'revokedAt', k.revoked_at))
$$;
