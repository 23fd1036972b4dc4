-- What leaves the house: who wants to be told, and every message on its way to them. Instants are epoch milliseconds.

create table webhook_endpoints (
  endpoint_id text collate "C" primary key,
  url text not null,
  types text[] not null,
  -- What messages are signed with, as JSON, sealed.
  secrets bytea not null,
  created_by text not null,
  created_at bigint not null,
  disabled_at bigint,
  disabled_because text check (disabled_because in ('asked', 'gone'))
);
create index webhook_endpoints_made on webhook_endpoints (created_at);

create table webhook_deliveries (
  seq bigint generated always as identity,
  message_id text collate "C" not null,
  endpoint_id text collate "C" not null references webhook_endpoints,
  type text not null,
  -- Absent on a test. What is sent is made from the decision, which never changes.
  decision_id text collate "C",
  at bigint not null,
  state text not null default 'pending' check (state in ('pending', 'delivered', 'failed')),
  tries integer not null default 0,
  -- When it is tried next, or its lease ends: a sender that dies leaves it due again.
  next_at bigint,
  lease integer not null default 0,
  settled_at bigint,
  primary key (message_id, endpoint_id)
);
create index webhook_deliveries_due on webhook_deliveries (next_at, seq) where next_at is not null;
create index webhook_deliveries_to on webhook_deliveries (endpoint_id, seq);
create index webhook_deliveries_settled on webhook_deliveries (settled_at) where settled_at is not null;

create table webhook_attempts (
  seq bigint generated always as identity primary key,
  message_id text collate "C" not null,
  endpoint_id text collate "C" not null,
  at bigint not null,
  outcome text not null,
  status integer,
  milliseconds integer not null,
  foreign key (message_id, endpoint_id) references webhook_deliveries on delete cascade
);
create index webhook_attempts_of on webhook_attempts (message_id, endpoint_id, seq);

-- Puts what a decision tells on its way, in the transaction that keeps the decision, after its case was kept.
create function tell_endpoints() returns trigger
language plpgsql as $$
begin
  insert into webhook_deliveries (message_id, endpoint_id, type, decision_id, at, next_at)
  select 'msg_' || replace(wanted.type, '.', '_') || '_' || new.decision_id, e.endpoint_id,
    wanted.type, new.decision_id, (new.decision ->> 'at')::bigint, (new.decision ->> 'at')::bigint
  from webhook_endpoints e cross join lateral unnest(e.types) as wanted (type)
  where e.disabled_at is null and case wanted.type
    when 'decision.made' then true
    when 'case.opened' then exists (select from cases where case_id = new.decision_id)
    when 'case.concluded' then new.decision ->> 'stage' = 'review'
    when 'reward.claw_back' then new.decision ->> 'action' = 'claw_back'
  end
  order by e.endpoint_id, wanted.type;
  return null;
end $$;
-- Named so that it runs after decisions_keep_case.
create trigger decisions_tell_endpoints after insert on decisions
  for each row execute function tell_endpoints();

create function webhook_endpoint_json(e webhook_endpoints) returns jsonb
language sql immutable as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'endpointId', e.endpoint_id, 'url', e.url, 'types', to_jsonb(e.types),
    'createdBy', e.created_by, 'createdAt', e.created_at,
    'disabled', case when e.disabled_at is not null
      then jsonb_build_object('at', e.disabled_at, 'because', e.disabled_because) end))
$$;

create function webhook_delivery_json(d webhook_deliveries) returns jsonb
language sql immutable as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'messageId', d.message_id, 'endpointId', d.endpoint_id, 'type', d.type,
    'decisionId', d.decision_id, 'at', d.at, 'state', d.state, 'tries', d.tries,
    'nextAt', d.next_at, 'seq', d.seq))
$$;

create function webhook_attempt_json(a webhook_attempts) returns jsonb
language sql immutable as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'at', a.at, 'outcome', a.outcome, 'status', a.status, 'milliseconds', a.milliseconds))
$$;
