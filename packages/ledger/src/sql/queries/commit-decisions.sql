-- Keeps decisions, in order, in one transaction.
-- Params: writes json
select nth, outcome, kept, claimed from commit_decisions($1::json) order by nth
