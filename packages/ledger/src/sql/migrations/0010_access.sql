-- Who may use the console, and who is using it. Instants are epoch milliseconds.

create table access_users (
  user_id text collate "C" primary key,
  name text not null,
  -- The name as it is compared: names that differ only in case are one.
  name_key text collate "C" not null unique,
  role text not null check (role in ('analyst', 'lead', 'admin', 'auditor')),
  password text,
  -- The second factor's secret, sealed, and the last time step it was used in.
  totp_secret bytea,
  totp_step bigint not null default -1,
  recovery_codes text[] not null,
  subject text collate "C" unique,
  settings jsonb not null,
  created_at bigint not null,
  disabled_at bigint
);

-- One-time links by the hash of their token: the one that makes the first user (no user id), and invitations.
create table access_links (
  token_hash text collate "C" primary key,
  user_id text collate "C" references access_users,
  expires_at bigint not null,
  unique nulls not distinct (user_id)
);

create table access_sessions (
  session_id text collate "C" primary key,
  user_id text collate "C",
  agent text,
  created_at bigint not null,
  seen_at bigint not null,
  expires_at bigint not null,
  data text not null,
  -- Kept until it expires, so that a request still running does not bring it back.
  ended boolean not null default false
);
create index access_sessions_of on access_sessions (user_id, seen_at) where user_id is not null;
create index access_sessions_expired on access_sessions (expires_at);

create table access_api_keys (
  key_id text collate "C" primary key,
  label text not null,
  secret_hash text not null,
  scopes text[] not null,
  created_by text not null,
  created_at bigint not null,
  expires_at bigint,
  last_used_at bigint,
  revoked_at bigint
);
create index access_api_keys_made on access_api_keys (created_at);

-- A user as the port has it, but for the sealed secret.
create function access_user_json(u access_users) returns jsonb
language sql immutable as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'userId', u.user_id, 'name', u.name, 'role', u.role, 'password', u.password,
    'recoveryCodes', to_jsonb(u.recovery_codes), 'subject', u.subject, 'settings', u.settings,
    'createdAt', u.created_at, 'disabledAt', u.disabled_at))
$$;

create function access_session_json(s access_sessions) returns jsonb
language sql immutable as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'sessionId', s.session_id, 'userId', s.user_id, 'agent', s.agent, 'createdAt', s.created_at,
    'seenAt', s.seen_at, 'expiresAt', s.expires_at, 'data', s.data))
$$;

create function access_api_key_json(k access_api_keys) returns jsonb
language sql immutable as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'keyId', k.key_id, 'label', k.label, 'secretHash', k.secret_hash, 'scopes', to_jsonb(k.scopes),
    'createdBy', k.created_by, 'createdAt', k.created_at, 'expiresAt', k.expires_at,
    'lastUsedAt', k.last_used_at, 'revokedAt', k.revoked_at))
$$;
