-- Locks rewards in the order of ids, as every writer of rewards locks them.
-- Params: reward_ids text[]
select 1 from rewards where reward_id = any ($1::text[]) order by reward_id for update
