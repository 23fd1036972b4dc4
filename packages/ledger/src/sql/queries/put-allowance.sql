-- Keeps a pair exception once; no row when the id is taken.
-- Params: allowance_id text, referrer_id text, referee_id text, owner text, reason text, expires_at bigint
insert into allowances (allowance_id, referrer_id, referee_id, owner, reason, expires_at)
values ($1, $2, $3, $4, $5, $6::bigint)
on conflict do nothing returning allowance_id
