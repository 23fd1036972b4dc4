-- Order events of accounts that still carry something sealed.
-- Params: account_id text
select event_id, entity_id, type, body, sealed from events
where account_id = $1 and type = 'order.updated' and sealed is not null
