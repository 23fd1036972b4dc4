-- Changes that look at all users first wait for each other.
select pg_advisory_xact_lock(hashtext('doubletake.access'))
