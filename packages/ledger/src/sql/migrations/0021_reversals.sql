-- A reward that was taken back leaves no case behind: nothing is left to decide.
create function overtake_case(reward text, moment bigint) returns void
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

-- Whether the last the payout service said is that it took the reward back.
create function is_reversed(state jsonb) returns boolean
language sql immutable parallel safe as $$
  select coalesce((state ->> 'reversedAt')::bigint
    >= coalesce(state ->> 'paidAt', state ->> 'reversedAt')::bigint, false)
$$;

create function forget_case() returns trigger
language plpgsql as $$
begin
  perform overtake_case(new.reward_id, (new.state ->> 'reversedAt')::bigint);
  return null;
end $$;
create trigger rewards_forget_case after insert or update of state on rewards
  for each row when (is_reversed(new.state)) execute function forget_case();

select overtake_case(reward_id, (rewards.state ->> 'reversedAt')::bigint)
  from cases join rewards using (reward_id)
  where cases.state <> 'closed' and is_reversed(rewards.state);
