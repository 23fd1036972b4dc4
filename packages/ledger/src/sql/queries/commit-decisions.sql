-- Keeps decisions, in order, in one transaction; no two of them are on one reward.
-- Params: writes jsonb, texts json lines
select nth, outcome, existing, claimed from commit_decisions($1::jsonb, $2::text) order by nth
