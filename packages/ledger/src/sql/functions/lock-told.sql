-- Locks every reward that what is told may touch, in the order of ids, as every writer of rewards locks them: some rewards,
-- those of some orders and referrals, those of some referees, and those whose pair some accounts are part of.
create or replace function lock_told(
  reward_ids text[], order_ids text[], referral_ids text[], referee_ids text[], account_ids text[])
returns void
language plpgsql as $$
declare
  links text[] := referral_ids
    || array(select referral_id from referrals where referee_id = any (referee_ids || account_ids))
    || array(select referral_id from referrals where referrer_id = any (account_ids));
  ids text[] := reward_ids
    || array(select reward_id from rewards where order_id = any (order_ids))
    || array(select reward_id from rewards where referral_id = any (links));
begin
  perform 1 from rewards where reward_id = any (ids) order by reward_id for update;
end $$;
