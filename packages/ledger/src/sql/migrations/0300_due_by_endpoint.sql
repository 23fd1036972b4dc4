-- What is due is asked for by endpoint, so that what waits for a silent one keeps nothing back that is for another.
create index webhook_deliveries_due_to on webhook_deliveries (endpoint_id, next_at, seq)
  where next_at is not null;
drop index webhook_deliveries_due;
