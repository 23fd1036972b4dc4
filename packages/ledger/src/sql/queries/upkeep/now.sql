-- What time it is here, in epoch milliseconds.
select (extract(epoch from clock_timestamp()) * 1000)::bigint as now
