-- Rewards of some orders, locked in the order of ids, as every writer of rewards locks them.
-- Params: order_ids text[]
select reward_id from rewards where order_id = any ($1::text[]) order by reward_id for update
