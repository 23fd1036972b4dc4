-- What is already known of a batch of events: the events themselves, and the entities they touch.
-- Params: event_ids text[], observed_account_ids text[], order_ids text[], referral_ids text[], reward_ids text[], account_ids text[], named_account_ids text[]
with merged as materialized (
  select account_id, into_id from merges where account_id = any ($7::text[])
)
select 'event' as kind, event_id as id, case when not redacted then body end as body,
    case when not redacted then sealed end as sealed, null::jsonb as state, null::jsonb as span
  from events where event_id = any ($1::text[])
union all
select 'account', account_id, null, profile, null, span
  from accounts where account_id = any ($2::text[] || array(select into_id from merged)) and not erased
union all
select 'erased', account_id, null, null, null, null
  from accounts where account_id = any ($6::text[] || array(select into_id from merged)) and erased
union all
select 'order', order_id, null, payment, state, span
  from orders where order_id = any ($3::text[])
union all
select 'referral', referral_id, null, null, state, span
  from referrals where referral_id = any ($4::text[])
union all
-- Referrals a reward of which is called fraud, whether or not they were told yet.
select 'judged', referral_id, null, null, null, null
  from rewards where referral_id = any ($4::text[]) and called_fraud_at is not null
union all
select 'reward', reward_id, null, null, state, span
  from rewards where reward_id = any ($5::text[])
union all
select 'merged', account_id, into_id, null, null, null from merged
