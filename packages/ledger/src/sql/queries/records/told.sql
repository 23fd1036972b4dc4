-- What is still kept of what was told of an account and of its orders, as it was recorded.
-- Params: account_id text, after bigint, limit integer
select event_id, type, body, sealed, seq from events
where account_id = $1 and type in ('account.observed', 'order.updated') and seq > $2::bigint
  and (body is not null or sealed is not null)
-- Reckoned, for an account's own events are few among all: in the order of places the whole log would be read for them.
order by seq + 0 limit $3::integer
