-- Puts what is left of observations in the place of what they said.
-- Params: event_ids text[], sealed base64 lines
update events set sealed = decode(given.sealed, 'base64'), redacted = true
from unnest($1::text[], string_to_array($2, E'\n', '')) as given (event_id, sealed)
where events.event_id = given.event_id
