-- Entries behind a place, or from the lowest on, in order.
-- Params: seq bigint, limit integer
select seq, at, actor, action, subject, details, hash from audit_entries
where seq >= coalesce($1::bigint + 1, '-9223372036854775808'::bigint) order by seq limit $2::integer
