-- One case.
-- Params: case_id text
select body as held from cases where case_id = $1
