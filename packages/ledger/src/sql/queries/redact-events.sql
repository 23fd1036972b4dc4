-- Puts what is left of events in the place of what they said.
-- Params: event_ids text[], bodies text[]
update events set sealed = null, body = given.body, redacted = true
from unnest($1::text[], $2::text[]) as given (event_id, body)
where events.event_id = given.event_id
