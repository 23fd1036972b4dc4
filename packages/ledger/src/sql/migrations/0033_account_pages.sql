-- What the page of one account reads, and which account is behind a reference of the identity graph.

-- Kept with the projection: entered when the account is written to the graph, gone when it leaves it.
create table account_directory (
  account_ref text collate "C" primary key,
  account_id text collate "C" not null
);
create index account_directory_ids on account_directory (account_id);

-- The latest of a list that may be long, without reading the rest; these stand for the indexes without the time.
create index referrals_by_time on referrals (referrer_id, at);
drop index referrals_by;
create index rewards_by_time on rewards (beneficiary_id, ((state ->> 'accruedAt')::bigint))
  where beneficiary_id is not null;
drop index rewards_of_beneficiary;
create index allowances_for_referee on allowances (referee_id);
