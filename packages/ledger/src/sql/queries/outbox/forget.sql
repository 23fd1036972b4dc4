-- Params: before bigint, limit integer
delete from webhook_deliveries where (message_id, endpoint_id) in (
  select message_id, endpoint_id from webhook_deliveries
  where settled_at < $1::bigint order by settled_at limit $2::integer)
returning message_id
