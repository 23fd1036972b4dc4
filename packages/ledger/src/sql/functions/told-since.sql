-- Whether something was told after a place in the log that a decision on a reward hangs on: of the reward, its order, its
-- referral, another referral of the same referee that may be the first, or an account of theirs that was merged, or of the pair
-- that nothing had been told of before.
create or replace function told_since(reward text, place bigint) returns boolean
language sql stable as $$
  select exists (
    select from events
    where entity_id = reward and seq > place and (type like 'reward.%' or type = 'label.recorded')
  ) or exists (
    select from rewards r join events e on e.entity_id = r.order_id
    where r.reward_id = reward and e.seq > place and e.type = 'order.updated'
  ) or exists (
    select from rewards r join events e on e.entity_id = r.referral_id
    where r.reward_id = reward and e.seq > place and e.type = 'referral.attributed'
  ) or exists (
    select from rewards r join referrals f using (referral_id)
    join referrals other on other.referee_id = f.referee_id and other.programme_id = f.programme_id
    join events e on e.entity_id = other.referral_id
    where r.reward_id = reward and e.seq > place and e.type = 'referral.attributed'
  ) or exists (
    select from rewards r left join referrals f using (referral_id)
    join events e on e.account_id in (r.beneficiary_id, f.referrer_id, f.referee_id)
    where r.reward_id = reward and e.seq > place and e.type = 'account.merged'
  ) or exists (
    select from rewards r join referrals f using (referral_id)
    join accounts a on a.account_id in (f.referrer_id, f.referee_id)
    where r.reward_id = reward and a.profile is not null and not exists (
      select from events e
      where e.account_id = a.account_id and e.type = 'account.observed' and e.seq <= place)
  )
$$;
