-- Lets go of the evidence of some decisions made before an instant; gives how many.
-- Params: before bigint, limit integer
select expire_decisions($1::bigint, $2::integer) as gone
