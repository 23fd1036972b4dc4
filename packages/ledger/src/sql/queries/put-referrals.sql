-- Writes folded referrals.
-- Params: referral_ids text[], states json text[], spans json text[]
insert into referrals (referral_id, state, span)
select referral_id, state::jsonb, span::jsonb
from unnest($1::text[], $2::text[], $3::text[]) as given (referral_id, state, span)
on conflict (referral_id) do update
set state = excluded.state, span = excluded.span
