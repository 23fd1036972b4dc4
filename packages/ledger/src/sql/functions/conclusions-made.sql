-- Trigger of `conclusions`: those that are new are counted by day and by pair.
create or replace function conclusions_made() returns trigger
language plpgsql as $$
declare
  case_ids text[] := array(select distinct case_id from made);
begin
  perform restate_overturned(case_ids);
  perform pair_labels(case_ids);
  perform count_conclusions(array(select body from made), 1);
  return null;
end $$;
