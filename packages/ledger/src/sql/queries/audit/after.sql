-- Entries behind a place, in order.
-- Params: seq bigint, limit integer
select seq, at, actor, action, subject, details, hash from audit_entries
where seq > $1::bigint order by seq limit $2::integer
