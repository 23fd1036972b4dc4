-- A delivery as the port has it.
create or replace function webhook_delivery_json(d webhook_deliveries) returns jsonb
language sql immutable as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'messageId', d.message_id, 'endpointId', d.endpoint_id, 'type', d.type,
    'decisionId', d.decision_id, 'at', d.at, 'state', d.state, 'tries', d.tries,
    'nextAt', d.next_at, 'seq', d.seq))
$$;
