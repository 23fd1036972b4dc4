-- Trigger of `rewards`: a case that is open shows its reward as it is said to be now.
create or replace function restate_case() returns trigger
language plpgsql as $$
begin
  update cases
    set body = jsonb_strip_nulls(body
      || jsonb_build_object('amount', new.state -> 'amount', 'orderId', new.state -> 'orderId'))
    where reward_id = new.reward_id and state <> 'closed';
  return null;
end $$;
