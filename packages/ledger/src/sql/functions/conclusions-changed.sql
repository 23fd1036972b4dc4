-- Trigger of `conclusions`: what is counted of them by day and by pair follows.
create or replace function conclusions_changed() returns trigger
language plpgsql as $$
declare
  case_ids text[] := array(select distinct case_id from made);
begin
  perform restate_overturned(case_ids);
  perform pair_labels(case_ids);
  perform count_conclusions(array(select body from before), -1);
  perform count_conclusions(array(select body from made), 1);
  return null;
end $$;
