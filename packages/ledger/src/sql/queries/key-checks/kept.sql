-- What is kept of every key there was.
select key_id, value from key_checks
