-- Keeps what is new.
-- Params: key_ids text[], given text[]
insert into key_checks (key_id, value)
select key_id, value from unnest($1::text[], $2::text[]) as given (key_id, value)
on conflict do nothing
