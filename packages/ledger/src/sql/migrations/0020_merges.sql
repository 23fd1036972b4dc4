-- Accounts found to be one: the first is from then on another name of the second. Kept flat: no `into_id` is itself
-- merged.
create table merges (
  account_id text collate "C" primary key,
  into_id text collate "C" not null,
  merged_by text not null,
  at bigint not null
);
create index merges_into on merges (into_id);
create index rewards_of_beneficiary on rewards (beneficiary_id) where beneficiary_id is not null;

-- An account that is erased takes with it what was noted under any of its names.
create or replace function forget_notes() returns trigger
language plpgsql as $$
declare
  names text[] := array(select account_id from merges where into_id = new.account_id) || new.account_id;
begin
  update notes set sealed = null
  where sealed is not null and (
    (kind = 'account' and subject_id = any (names))
    or (kind = 'case' and subject_id in (
      select case_id from cases where referrer_id = any (names)
      union select case_id from cases where referee_id = any (names)
      union select case_id from cases where beneficiary_id = any (names))));
  return null;
end $$;
