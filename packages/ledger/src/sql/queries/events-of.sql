-- Every event of some entities, to fold them anew.
-- Params: account_ids text[], entity_ids text[], types text[]
select event_id, type, body, sealed from events
where account_id = any ($1::text[]) and type = 'account.observed'
union all
select event_id, type, body, sealed from events
where entity_id = any ($2::text[]) and type = any ($3::text[])
