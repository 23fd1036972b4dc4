-- Which of some rewards are decided anew after a merge, in the order of ids: those that wait or are held, those asked for
-- and not yet answered, and those let go whose pair is one account now.
-- Params: reward_ids text[]
select r.reward_id
from rewards r
left join referrals f using (referral_id)
left join lateral (
  select d.action from decisions d
  where d.reward_id = r.reward_id order by seq desc limit 1
) last on true
where r.reward_id = any ($1::text[]) and r.state is not null and not is_reversed(r.state)
  and (
    last.action in ('wait', 'review')
    or (last.action is null and r.state -> 'dueAt' is not null)
    or (f.referrer_id = f.referee_id and (last.action = 'pay'
      or (r.state -> 'paidAt' is not null and last.action is distinct from 'claw_back')))
  )
order by r.reward_id
