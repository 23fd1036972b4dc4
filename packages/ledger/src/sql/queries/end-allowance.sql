-- Ends a pair exception that is in force; no row when it is not.
-- Params: allowance_id text, at bigint
update allowances set ended_at = $2::bigint
where allowance_id = $1 and ended_at is null and expires_at > $2::bigint
returning allowance_id
