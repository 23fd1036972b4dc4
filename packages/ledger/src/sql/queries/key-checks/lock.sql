-- Whoever meets new keys takes turns.
select pg_advisory_xact_lock(hashtext('doubletake.key-checks'))
