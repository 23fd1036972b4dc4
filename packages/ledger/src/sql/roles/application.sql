-- The role Doubletake should run as, where the tables belong to another. Run it as the owner, after `migrate`, and grant
-- the role to the login the application uses. It reads and writes everything but the past: audit entries, decisions, events
-- and check values of keys it may add, and take none of them away. Of an event it may write four columns, and a trigger sees
-- to it that this is redaction, another seal or a merge.
do $$
begin
  if not exists (select from pg_roles where rolname = 'doubletake_application') then
    create role doubletake_application nologin;
  end if;
end $$;
grant usage on schema public to doubletake_application;
grant select, insert, update, delete on all tables in schema public to doubletake_application;
grant usage on all sequences in schema public to doubletake_application;
revoke update, delete, truncate on audit_entries, decisions, schema_migrations, key_checks, ledger_name
  from doubletake_application;
revoke update on events from doubletake_application;
grant update (account_id, body, sealed, redacted) on events to doubletake_application;
revoke delete, truncate on events, conclusions, notes, cases, named_before from doubletake_application;
revoke insert on schema_migrations, ledger_name from doubletake_application;
-- Retention is the one thing that takes from the past: what a decision was made from, once it is 24 months old.
grant execute on function expire_decisions to doubletake_application;
