-- One append at a time, across processes, until the transaction ends: places in the log follow commits.
-- Params: none
select pg_advisory_xact_lock(hashtext('doubletake.append'))
