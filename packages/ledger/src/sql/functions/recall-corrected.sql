-- Calls for another screening of rewards that were let go, are held or wait, and of which something is told otherwise: some
-- rewards, those of some referrals, and those of referrals that others of the same referee come before. Their rewards are locked.
-- Open cases say what is told now, also of a referral told for the first time.
create or replace function recall_corrected(
  reward_ids text[], referral_ids text[], first_ids text[], last_event text, told_at bigint)
returns void
language plpgsql as $$
declare
  referees text[] := array(select referee_id from referrals where referral_id = any (first_ids));
  later text[] := array(
    select other.referral_id from referrals other
    where other.referee_id = any (referees) and exists (
      select from referrals first
      where first.referral_id = any (first_ids) and first.referee_id = other.referee_id
        and first.programme_id = other.programme_id
        and (first.at, first.first_event) < (other.at, other.first_event)));
  ids text[] := reward_ids
    || array(select reward_id from rewards where referral_id = any (referral_ids || later));
  standing text[] := array(
    select r.reward_id from rewards r cross join lateral latest_decision(r.reward_id) last
    where r.reward_id = any (ids) and r.state is not null and not is_reversed(r.state)
      and last.action in ('pay', 'review', 'wait')
    order by r.reward_id);
begin
  perform restate_cases(
    reward_ids || array(select reward_id from rewards where referral_id = any (first_ids)));
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
