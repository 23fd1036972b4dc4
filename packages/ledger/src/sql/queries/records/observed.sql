-- What is still kept of what was observed of some accounts, as it was recorded.
-- Params: account_ids text[]
select event_id, account_id, type, body, sealed from events
where account_id = any ($1::text[]) and type = 'account.observed'
order by seq
