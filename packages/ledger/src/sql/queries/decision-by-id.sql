-- One decision.
-- Params: decision_id text
select decision from decisions where decision_id = $1
