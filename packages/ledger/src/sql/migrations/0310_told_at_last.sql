-- What is held because its referral, its order or an account of its pair was not known is decided anew once that is told.
-- Processes of an earlier release ask with fewer parameters: `lock_told` stays for them as it was, and so does this.
create or replace function recall_corrected(
  reward_ids text[], referral_ids text[], first_ids text[], last_event text, told_at bigint)
returns void
language plpgsql as $$
begin
  perform recall_corrected(reward_ids, referral_ids, first_ids, '{}', '{}', last_event, told_at);
end $$;
-- functions 4eb43a5c2d444a1e355601860bd8d04077425bd507516cbb79eab99e9ccba1a6
