-- States anew which screenings some rewards owe; the caller has locked them.
-- Params: reward_ids text[]
select refresh_timers($1::text[])
