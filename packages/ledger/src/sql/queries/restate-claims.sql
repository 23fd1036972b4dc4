-- States anew who holds some sides of orders; the caller takes no further lock on rewards.
-- Params: order_ids text[], sides text[]
select restate_claims($1::text[], $2::text[])
