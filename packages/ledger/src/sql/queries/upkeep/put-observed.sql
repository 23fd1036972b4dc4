-- Puts what is left of observations in the place of what they said.
-- Params: event_ids text[], sealed bytea[]
update events set sealed = given.sealed, redacted = true
from unnest($1::text[], $2::bytea[]) as given (event_id, sealed)
where events.event_id = given.event_id
