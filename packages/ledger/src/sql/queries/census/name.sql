-- What this ledger is called.
select name from ledger_name
