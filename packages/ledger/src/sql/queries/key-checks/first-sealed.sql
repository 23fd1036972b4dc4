-- The first event there is that is sealed.
select event_id, sealed from events where sealed is not null order by seq limit 1
