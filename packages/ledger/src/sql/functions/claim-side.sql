-- Which side of its order a reward is for: two rewards of one side are one payout.
create or replace function claim_side(state jsonb) returns text
language sql immutable parallel safe as $$
  select case when state ->> 'side' = 'referee' then 'referee' else 'referrer' end
$$;
