-- One case, locked until the transaction ends: two acts on it follow each other. Its reward first, as where decisions are
-- kept, since what was concluded is counted by what the reward has come to: the two never wait for each other in a ring.
-- Params: case_id text
with reward as materialized (
  select 1 from rewards
  where reward_id = (select reward_id from cases where case_id = $1) for no key update
)
select body as held from cases where case_id = $1 and (select count(*) from reward) >= 0 for update
