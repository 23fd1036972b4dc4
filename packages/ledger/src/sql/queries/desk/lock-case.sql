-- One case, locked until the transaction ends: two acts on it follow each other.
-- Params: case_id text
select body as held from cases where case_id = $1 for update
