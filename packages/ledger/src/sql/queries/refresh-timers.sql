-- States anew which screenings some rewards owe, and those of some orders; the caller has locked them.
-- Params: reward_ids text[], order_ids text[]
select refresh_timers($1::text[] || array(select reward_id from rewards where order_id = any ($2::text[])))
