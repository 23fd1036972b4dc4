-- A reward that was taken back leaves no case behind: nothing is left to decide.
create or replace function overtake_case(reward text, moment bigint) returns void
language plpgsql as $$
declare
  held jsonb;
begin
  update cases
    set body = (body - '{lease,snooze}'::text[])
      || jsonb_build_object('state', 'closed', 'closedAt', moment, 'outcome', 'overtaken')
      || case when body ? 'conclusion' then jsonb_build_object(
        'conclusion', body -> 'conclusion' || '{"status": "overtaken"}') else '{}' end
    where reward_id = reward and state <> 'closed'
    returning body -> 'conclusion' into held;
  if held is not null then
    update conclusions set body = held where command_id = held ->> 'commandId';
  end if;
end $$;
