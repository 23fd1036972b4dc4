-- Lets go of the payment instruments of orders that cannot be folded anew.
-- Params: order_ids text[]
update orders set payment = null where order_id = any ($1::text[])
