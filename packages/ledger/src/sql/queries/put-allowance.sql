-- Keeps a pair exception once; no row when the id is taken. Without its reason where an account is erased: it may have been
-- written before.
-- Params: allowance_id text, referrer_id text, referee_id text, owner text, reason text, expires_at bigint
insert into allowances (allowance_id, referrer_id, referee_id, owner, reason, expires_at)
select $1, $2, $3, $4,
  case when exists (select from accounts where account_id in ($2, $3) and erased) then 'erased' else $5 end, $6::bigint
on conflict do nothing returning allowance_id
