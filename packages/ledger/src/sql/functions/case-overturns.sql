-- Trigger of `cases`: with another conclusion, or none any more, the one before may stand no longer.
create or replace function case_overturns() returns trigger
language plpgsql as $$
begin
  perform restate_overturned(array[new.case_id]);
  return null;
end $$;
