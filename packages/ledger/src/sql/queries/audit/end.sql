-- The end of the chain; no row before the first entry.
-- Params: none
select seq, hash from audit_entries order by seq desc limit 1
