-- Trigger of `rewards`: one that was taken back leaves no case behind.
create or replace function forget_case() returns trigger
language plpgsql as $$
begin
  perform overtake_case(new.reward_id, (new.state ->> 'reversedAt')::bigint);
  return null;
end $$;
