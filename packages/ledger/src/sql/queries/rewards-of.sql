-- Rewards of an order, in the order they accrued.
-- Params: order_id text
select state from rewards where order_id = $1
order by (state ->> 'accruedAt')::bigint, reward_id
