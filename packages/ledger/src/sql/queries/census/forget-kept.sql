-- Lets go of what was kept, or of what was read otherwise.
-- Params: read_as text or null
delete from kept_tokens where $1::text is null or read_as <> $1
