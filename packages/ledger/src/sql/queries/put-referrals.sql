-- Writes folded referrals.
-- Params: referral_ids text[], states json lines, spans json lines
insert into referrals (referral_id, state, span)
select referral_id, state::jsonb, span::jsonb
from unnest($1::text[], string_to_array($2, E'\n', ''), string_to_array($3, E'\n', '')) as given (referral_id, state, span)
on conflict (referral_id) do update
set state = excluded.state, span = excluded.span
