-- What tells this ledger from any other: the graph that is filled from it says so. A copy of the database has it too.
create table ledger_name (name text not null);
-- One and no other.
create unique index one_ledger_name on ledger_name ((true));
insert into ledger_name values (gen_random_uuid()::text);
