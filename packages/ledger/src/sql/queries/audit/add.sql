-- Adds an entry behind the end; the caller holds the lock.
-- Params: seq bigint, at bigint, actor text, action text, subject text, details json text, hash text
insert into audit_entries (seq, at, actor, action, subject, details, hash)
values ($1::bigint, $2::bigint, $3, $4, $5, $6, $7)
