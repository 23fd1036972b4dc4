-- Events as they were recorded, and what they fold to. Instants are epoch milliseconds, as everywhere else.
-- What names a person is sealed (bytea) and bound to its row; ids are the host's own and are not.

create table events (
  seq bigint primary key,
  event_id text collate "C" not null unique,
  type text collate "C" not null,
  at bigint not null,
  account_id text collate "C",
  entity_id text collate "C",
  -- The event as JSON, in one of two forms; neither once its values were erased.
  body text,
  sealed bytea,
  redacted boolean not null default false,
  -- Whether it asks for a screening: a payout that is due, an order that was undone.
  calls boolean not null,
  check (body is null or sealed is null)
);
create index events_by_account on events (account_id) where account_id is not null;
create index events_by_entity on events (entity_id) where entity_id is not null;

-- `span` of every entity: {"first": id of its first event, "latest": place of its last one} in fold order.

create table accounts (
  account_id text collate "C" primary key,
  profile bytea,
  created_at bigint,
  erased boolean not null default false,
  span jsonb not null
);

create table orders (
  order_id text collate "C" primary key,
  -- The order without its payment instrument, which is sealed beside it.
  state jsonb not null,
  payment bytea,
  span jsonb not null,
  account_id text collate "C" not null generated always as (state ->> 'accountId') stored,
  currency text collate "C" generated always as (state -> 'amount' ->> 'currency') stored,
  minor bigint generated always as ((state -> 'amount' ->> 'minor')::bigint) stored,
  confirmed_at bigint generated always as ((state ->> 'confirmedAt')::bigint) stored,
  -- Only of an order that was not undone.
  completed_at bigint generated always as (
    case when state -> 'undoneAt' is null then (state ->> 'completedAt')::bigint end
  ) stored
);
create index orders_of_account on orders (account_id, completed_at);
create index orders_confirmed on orders (currency, confirmed_at, order_id) include (minor)
  where currency is not null and confirmed_at is not null;

create table referrals (
  referral_id text collate "C" primary key,
  state jsonb not null,
  span jsonb not null,
  programme_id text collate "C" not null generated always as (state ->> 'programmeId') stored,
  referrer_id text collate "C" not null generated always as (state ->> 'referrerId') stored,
  referee_id text collate "C" not null generated always as (state ->> 'refereeId') stored,
  code text collate "C" generated always as (state ->> 'code') stored,
  at bigint not null generated always as ((state ->> 'at')::bigint) stored,
  first_event text collate "C" not null generated always as (span ->> 'first') stored
);
create index referrals_by on referrals (referrer_id);
create index referrals_of on referrals (referee_id, programme_id, at, first_event);
create index referrals_with_code on referrals (programme_id, code, at, first_event)
  where code is not null;

create table rewards (
  reward_id text collate "C" primary key,
  -- Absent until the reward accrued.
  state jsonb,
  span jsonb not null,
  -- The last decision on it.
  decided_action text,
  decided_at bigint,
  programme_id text collate "C" generated always as (state ->> 'programmeId') stored,
  referral_id text collate "C" generated always as (state ->> 'referralId') stored,
  order_id text collate "C" generated always as (state ->> 'orderId') stored,
  beneficiary_id text collate "C" generated always as (state ->> 'beneficiaryId') stored,
  -- Let go and not taken back: the earlier of its payment and of the standing decision to pay it.
  released_at bigint generated always as (
    case
      when decided_action = 'claw_back' then null
      when (state ->> 'reversedAt')::bigint >=
        coalesce((state ->> 'paidAt')::bigint, (state ->> 'reversedAt')::bigint) then null
      else least((state ->> 'paidAt')::bigint, case when decided_action = 'pay' then decided_at end)
    end
  ) stored,
  called_fraud_at bigint generated always as (
    case when state ->> 'label' = 'fraud' then (state ->> 'labelledAt')::bigint end
  ) stored
);
create index rewards_to on rewards (beneficiary_id, programme_id) where released_at is not null;
create index rewards_for_order on rewards (order_id) where order_id is not null;
create index rewards_for_referral on rewards (referral_id) where referral_id is not null;

create index rewards_called_fraud on rewards (referral_id) where called_fraud_at is not null;

create table allowances (
  allowance_id text collate "C" primary key,
  referrer_id text collate "C" not null,
  referee_id text collate "C" not null,
  owner text not null,
  reason text not null,
  expires_at bigint not null
);
create index allowances_for_pair on allowances (referrer_id, referee_id, expires_at);

-- Who counts as matured from when, and until when: the N of every frequency.
create table memberships (
  account_id text collate "C" primary key,
  matured_at bigint,
  abusive_at bigint,
  left_at bigint generated always as (
    case when matured_at is not null and abusive_at is not null
      then greatest(matured_at, abusive_at) end
  ) stored
);
create index memberships_entered on memberships (matured_at) where matured_at is not null;
create index memberships_left on memberships (left_at) where left_at is not null;

-- Net change of that number per day since the epoch, so that a read adds days and not accounts.
create table population_days (
  day integer primary key,
  net bigint not null
);
