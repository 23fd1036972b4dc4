-- One case, locked until the transaction ends, for what changes nothing but who has it in hand.
-- Params: case_id text
select body as held from cases where case_id = $1 for update
