-- Whether a decision says anew whether a reward was let go: not one that finds the money out and leaves it there.
create or replace function restates(decided text, stage text, action text) returns boolean
language sql immutable as $$
  select case when action = 'pay' and decided is not null
    then decided <> 'pay' and (stage <> 'post_payout' or decided = 'claw_back')
    else stage <> 'post_payout' or action = 'claw_back' end
$$;
