-- Appends events behind the last one; the caller holds the append lock and has left out what is known. Their places go by the
-- clock, in microseconds: a log that was put back to an earlier state goes on with places it never had.
-- Params: event_ids text[], types text[], ats bigint[], account_ids text[], entity_ids text[], bodies text[], sealed bytea[], redacted boolean[], calls boolean[]
insert into events (seq, event_id, type, at, account_id, entity_id, body, sealed, redacted, calls)
select (
    select greatest(coalesce(max(seq), 0), (extract(epoch from clock_timestamp()) * 1000000)::bigint)
    from events
  ) + nth,
    event_id, type, at, account_id, entity_id, body, sealed, redacted, calls
from unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::bytea[],
    $8::boolean[], $9::boolean[])
  with ordinality as given
    (event_id, type, at, account_id, entity_id, body, sealed, redacted, calls, nth)
