-- Whether the last the payout service said is that it took the reward back.
create or replace function is_reversed(state jsonb) returns boolean
language sql immutable parallel safe as $$
  select coalesce((state ->> 'reversedAt')::bigint
    >= coalesce(state ->> 'paidAt', state ->> 'reversedAt')::bigint, false)
$$;
