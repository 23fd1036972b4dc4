-- Writes a case as it stands now.
-- Params: case_id text, body json text
update cases set body = $2::jsonb where case_id = $1
