-- What was decided upon something that is told otherwise later is decided anew, and its case says what it is about now.

-- As before; also of another referral of the same referee, which may be the first.
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
  )
$$;

create function restate_case() returns trigger
language plpgsql as $$
begin
  update cases
    set body = jsonb_strip_nulls(body
      || jsonb_build_object('amount', new.state -> 'amount', 'orderId', new.state -> 'orderId'))
    where reward_id = new.reward_id and state <> 'closed';
  return null;
end $$;
-- Named so that it runs after rewards_forget_case: what was taken back leaves its case as it was.
create trigger rewards_restate_case after update of state on rewards
  for each row when (old.state is not null and (old.state -> 'amount', old.state -> 'orderId')
    is distinct from (new.state -> 'amount', new.state -> 'orderId'))
  execute function restate_case();

update cases
  set body = jsonb_strip_nulls(body
    || jsonb_build_object('amount', r.state -> 'amount', 'orderId', r.state -> 'orderId'))
  from rewards r
  where r.reward_id = cases.reward_id and cases.state <> 'closed'
    and (body -> 'amount', body -> 'orderId') is distinct from (r.state -> 'amount', r.state -> 'orderId');
