-- Calls for another screening of rewards that were let go, are held or wait, and of which something is told otherwise: some
-- rewards, those of some referrals, and those of referrals that some links of the same referee come before. And of those that are
-- held or wait, where the link, the order or an account of the pair may have been unknown till now. What is owed one by then
-- anyway is not called for twice. Open cases say what is told now. Their rewards are locked.
create or replace function recall_corrected(
  reward_ids text[], referral_ids text[], link_ids text[], order_ids text[], account_ids text[],
  last_event text, told_at bigint)
returns void
language plpgsql as $$
declare
  referees text[] := array(select referee_id from referrals where referral_id = any (link_ids));
  later text[] := array(
    select other.referral_id from referrals other
    where other.referee_id = any (referees) and exists (
      select from referrals first
      where first.referral_id = any (link_ids) and first.referee_id = other.referee_id
        and first.programme_id = other.programme_id
        and (first.at, first.first_event) < (other.at, other.first_event)));
  corrected text[] := reward_ids
    || array(select reward_id from rewards where referral_id = any (referral_ids || later));
  pairs text[] := link_ids
    || array(select referral_id from referrals where referrer_id = any (account_ids))
    || array(select referral_id from referrals where referee_id = any (account_ids));
  completed text[] := array(select reward_id from rewards where order_id = any (order_ids))
    || array(select reward_id from rewards where referral_id = any (pairs));
  standing text[] := array(
    select r.reward_id from rewards r cross join lateral latest_decision(r.reward_id) last
    where r.reward_id = any (corrected || completed) and r.state is not null
      and not is_reversed(r.state)
      and (last.action in ('review', 'wait')
        or (last.action = 'pay' and r.reward_id = any (corrected)))
      and not exists (
        select from timers t where t.reward_id = r.reward_id
          and t.at <= greatest(told_at, (r.state ->> 'accruedAt')::bigint))
    order by r.reward_id);
begin
  perform restate_cases(
    reward_ids || array(select reward_id from rewards where referral_id = any (link_ids)));
  if cardinality(standing) = 0 then
    return;
  end if;
  insert into events (seq, event_id, type, at, entity_id, redacted, calls)
  select (select coalesce(max(seq), 0) from events) + nth,
    'corrected:[' || to_json(last_event) || ',' || to_json(reward_id) || ']',
    'reward.due', told_at, reward_id, true, true
  from unnest(standing) with ordinality as given (reward_id, nth);
  perform refresh_timers(standing);
end $$;
