-- The first entry is 1. Nothing is looked up in what is there already: whatever stands before it is for the check of the
-- trail to name, and must not keep a database from being brought up to date.
alter table audit_entries add constraint audit_entries_from_one check (seq > 0) not valid;
