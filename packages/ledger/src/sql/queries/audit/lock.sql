-- One addition to the chain at a time, across processes, until the transaction ends. Taken after every other lock.
-- Params: none
select pg_advisory_xact_lock(hashtext('doubletake.audit'))
