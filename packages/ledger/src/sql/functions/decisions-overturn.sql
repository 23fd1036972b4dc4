-- Trigger of `decisions`: one more on a reward that a person concluded on may overturn that.
create or replace function decisions_overturn() returns trigger
language plpgsql as $$
begin
  perform restate_overturned(array(
    select case_id from cases
    where reward_id in (select reward_id from made) and exists (
      select from conclusions c where c.case_id = cases.case_id and c.status = 'final')));
  return null;
end $$;
