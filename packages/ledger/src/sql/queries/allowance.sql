-- One pair exception.
-- Params: allowance_id text
select jsonb_build_object('allowanceId', allowance_id, 'referrerId', referrer_id,
  'refereeId', referee_id, 'owner', owner, 'reason', reason, 'expiresAt', expires_at) as allowance
from allowances where allowance_id = $1
